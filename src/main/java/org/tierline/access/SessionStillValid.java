package org.tierline.access;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.tierline.engine.EngineLogin;
import org.tierline.engine.EngineLogins;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose login is gone, has another password or other groups than at its
 * start.
 */
class SessionStillValid extends OncePerRequestFilter {

	private final EngineLogins logins;

	private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();

	SessionStillValid(EngineLogins logins) {
		this.logins = logins;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication person = SecurityContextHolder.getContext().getAuthentication();
		if (person != null && person.getPrincipal() instanceof EngineLogin login && hasChanged(login)) {
			this.logout.logout(request, response, person);
		}
		chain.doFilter(request, response);
	}

	private boolean hasChanged(EngineLogin login) {
		return this.logins.find(login.login()).filter(login::equals).isEmpty();
	}

}
