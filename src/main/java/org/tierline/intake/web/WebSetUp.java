package org.tierline.intake.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;

import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** How the API reads JSON strictly and describes itself. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class WebSetUp {

	/**
	 * A text is a text and a boolean is true or false; what is neither is noted, and the
	 * rest read on.
	 */
	@Bean
	Jackson2ObjectMapperBuilderCustomizer strictly() {
		return (builder) -> builder
			.deserializers(new Strict<>(String.class, JsonToken.VALUE_STRING, "must be a text", JsonParser::getText),
					new Strict<>(Boolean.class, null, "must be true or false", JsonParser::getBooleanValue),
					new Strict<>(Integer.class, JsonToken.VALUE_NUMBER_INT, "must be a whole number",
							JsonParser::getIntValue))
			.postConfigurer((mapper) -> mapper.addHandler(new WrongTypes()));
	}

	@Bean
	OpenAPI openApi() {
		return new OpenAPI()
			.info(new Info().title("Tierline")
				.description(
						"Support cases, companies, defects and releases. Errors are RFC 9457 problems with errors.")
				.version("1"))
			.components(new Components().addSecuritySchemes("basic",
					new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")))
			.addSecurityItem(new SecurityRequirement().addList("basic"));
	}

}
