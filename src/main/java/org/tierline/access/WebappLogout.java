package org.tierline.access;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tasklist's own logout button ends the whole session, once the webapp has accepted the
 * call with its token.
 */
class WebappLogout extends OncePerRequestFilter {

	private final RequestMatcher button = PathPatternRequestMatcher.withDefaults()
		.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout");

	private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(request, response);
		if (response.getStatus() == HttpServletResponse.SC_OK && this.button.matches(request)) {
			this.logout.logout(request, response, SecurityContextHolder.getContext().getAuthentication());
		}
	}

}
