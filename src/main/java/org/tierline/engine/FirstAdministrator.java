package org.tierline.engine;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The first administrator comes from the operator's settings, never from a default
 * password; once there is an administrator the settings count no more.
 */
@Component
class FirstAdministrator {

	private static final Log logger = LogFactory.getLog(FirstAdministrator.class);

	private final IdentityService identities;

	private final String login;

	private final String password;

	FirstAdministrator(IdentityService identities, @Value("${tierline.admin.user:}") String login,
			@Value("${tierline.admin.password:}") String password) {
		this.identities = identities;
		this.login = login;
		this.password = password;
	}

	@EventListener(ApplicationReadyEvent.class)
	void ensure() {
		if (this.identities.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() > 0) {
			return;
		}
		if (this.login.isBlank() || this.password.isBlank()) {
			logger.warn("There is no administrator yet: nobody can log in to make logins. Set TIERLINE_ADMIN_USER and "
					+ "TIERLINE_ADMIN_PASSWORD and start again.");
			return;
		}
		create();
	}

	private void create() {
		if (this.identities.createUserQuery().userId(this.login).count() == 0) {
			User user = this.identities.newUser(this.login);
			user.setFirstName("First");
			user.setLastName("Administrator");
			user.setPassword(this.password);
			this.identities.saveUser(user);
		}
		this.identities.createMembership(this.login, Groups.CAMUNDA_ADMIN);
		logger.info("The first administrator is " + this.login);
	}

}
