package org.tierline.access;

import org.tierline.engine.EngineLogin;
import org.tierline.engine.EngineLogins;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Lets in the logins that the engine keeps, with their groups. */
@Component
class StaffLogins implements AuthenticationProvider {

	private final EngineLogins logins;

	private final FailedLogins failedLogins;

	StaffLogins(EngineLogins logins, FailedLogins failedLogins) {
		this.logins = logins;
		this.failedLogins = failedLogins;
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		String login = attempt.getName();
		String address = address(attempt);
		this.failedLogins.check(login, address);
		var found = this.logins.verify(login, String.valueOf(attempt.getCredentials()));
		if (found.isEmpty()) {
			this.failedLogins.failed(login, address);
			throw new BadCredentialsException("login or password is wrong");
		}
		this.failedLogins.succeeded(login, address);
		return letIn(found.get(), attempt.getDetails());
	}

	private static Authentication letIn(EngineLogin login, Object details) {
		var person = UsernamePasswordAuthenticationToken.authenticated(login, null, Group.authorities(login.groups()));
		person.setDetails(details);
		return person;
	}

	private static String address(Authentication attempt) {
		return (attempt.getDetails() instanceof WebAuthenticationDetails web) ? web.getRemoteAddress() : "";
	}

	@Override
	public boolean supports(Class<?> type) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
	}

}
