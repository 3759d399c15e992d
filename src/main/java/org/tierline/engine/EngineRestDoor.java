package org.tierline.engine;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.IdentityService;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A call of the engine's REST runs with the rights of the person who logged in. Without a
 * person it never reaches the engine, which would take it as all-mighty.
 */
@Configuration(proxyBeanMethods = false)
class EngineRestDoor {

	/** After Spring Security's filter, which knows the person. */
	private static final int AFTER_LOGIN = 10;

	@Bean
	FilterRegistrationBean<OncePerRequestFilter> engineRestPersons(@Lazy IdentityService identities) {
		var registration = new FilterRegistrationBean<OncePerRequestFilter>(new Persons(identities));
		registration.addUrlPatterns("/engine-rest", "/engine-rest/*");
		registration.setOrder(AFTER_LOGIN);
		return registration;
	}

	private static final class Persons extends OncePerRequestFilter {

		private final IdentityService identities;

		Persons(IdentityService identities) {
			this.identities = identities;
		}

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			var person = CurrentPerson.get();
			if (person.isEmpty()) {
				response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
				return;
			}
			this.identities.setAuthentication(person.get().login(), List.copyOf(person.get().groups()));
			try {
				chain.doFilter(request, response);
			}
			finally {
				this.identities.clearAuthentication();
			}
		}

	}

}
