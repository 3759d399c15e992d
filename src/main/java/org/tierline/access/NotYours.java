package org.tierline.access;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * What is refused to a program. A stranger's call that changes something is stopped for
 * its missing token before anybody asks who it is: it hears to log in, as any other.
 */
class NotYours implements AccessDeniedHandler {

	private final LoginNeeded loginNeeded = new LoginNeeded();

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
			throws IOException {
		if (SecurityContextHolder.getContext().getAuthentication() == null) {
			this.loginNeeded.commence(request, response, new InsufficientAuthenticationException("no login", reason));
			return;
		}
		Problem.NOT_YOURS.answer(response);
	}

}
