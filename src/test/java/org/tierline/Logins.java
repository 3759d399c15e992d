package org.tierline;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * The logins of tests and of the development run, whose password is the login. They exist
 * in test code only: production knows no default password.
 */
@TestConfiguration(proxyBeanMethods = false)
public class Logins {

	@Bean
	SmartInitializingSingleton demoLogins(IdentityService identities) {
		return () -> {
			add(identities, "tier1", "Tess", "Okafor", "tier1");
			add(identities, "tier2", "Tomas", "Lindqvist", "tier2");
			add(identities, "tier3", "Thuy", "Nguyen", "tier3");
			add(identities, "release-manager", "Rosa", "Marchetti", "release-managers");
			add(identities, "supervisor", "Samira", "Haddad", "supervisors");
			add(identities, "process-owner", "Piotr", "Nowak", "process-owners");
			add(identities, "integration", "Inbound", "Integration", "integrations");
			add(identities, "admin", "Ada", "Bergstrom", "camunda-admin");
		};
	}

	/** Adds a login, unless it is there; its password is the login. */
	public static void add(IdentityService identities, String login, String firstName, String lastName, String group) {
		if (identities.createUserQuery().userId(login).count() > 0) {
			return;
		}
		User user = identities.newUser(login);
		user.setFirstName(firstName);
		user.setLastName(lastName);
		user.setEmail(login + "@tierline.test");
		user.setPassword(login);
		identities.saveUser(user);
		identities.createMembership(login, group);
	}

}
