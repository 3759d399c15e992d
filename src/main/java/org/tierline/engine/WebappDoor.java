package org.tierline.engine;

import java.util.ArrayList;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;

/**
 * Tasklist, Cockpit and Admin take the person that logged in at the product's own door.
 */
@Configuration(proxyBeanMethods = false)
class WebappDoor {

	private static final int AFTER_LOGIN = 10;

	private final ProcessEngine engine;

	WebappDoor(ProcessEngine engine) {
		this.engine = engine;
	}

	@Bean
	static FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappPersons() {
		var registration = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
		registration.addInitParameter("authentication-provider", Persons.class.getName());
		registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
		registration.setOrder(AFTER_LOGIN);
		return registration;
	}

	@EventListener
	void prepareTasklist(InteractiveAuthenticationSuccessEvent login) {
		new TaskFilters(this.engine).ensureOwn(login.getAuthentication().getName());
	}

	/** Made by the webapps' filter from its name; that is why it is public. */
	public static final class Persons implements AuthenticationProvider {

		@Override
		public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
			return CurrentPerson.get().map(Persons::known).orElseGet(() -> AuthenticationResult.unsuccessful());
		}

		private static AuthenticationResult known(EngineLogin person) {
			AuthenticationResult result = AuthenticationResult.successful(person.login());
			result.setGroups(new ArrayList<>(person.groups()));
			return result;
		}

		@Override
		public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
			// The product's own login page is the challenge.
		}

	}

}
