package org.tierline.intake.web;

import java.util.List;

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
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.AbstractJackson2HttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How the API reads JSON strictly and describes itself. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class WebSetUp implements WebMvcConfigurer {

	/** Libraries bring XML and YAML along; the API speaks JSON, whatever is asked for. */
	@Override
	public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
		converters.removeIf((converter) -> converter instanceof AbstractJackson2HttpMessageConverter
				&& !(converter instanceof MappingJackson2HttpMessageConverter));
	}

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
