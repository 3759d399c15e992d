package org.tierline.access;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * What a program hears that is not logged in. Browsers get no challenge: they would pop
 * up their own dialogue and then send the password with every request, asked or not.
 */
class LoginNeeded implements AuthenticationEntryPoint {

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
			throws IOException {
		if (reason instanceof TooManyAttempts tooMany) {
			Problem.TOO_MANY.answer(response, tooMany.getWait());
			return;
		}
		if (!isBrowser(request)) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Tierline\", charset=\"UTF-8\"");
		}
		Problem.NOBODY.answer(response);
	}

	private static boolean isBrowser(HttpServletRequest request) {
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		String agent = request.getHeader(HttpHeaders.USER_AGENT);
		return request.getHeader("Sec-Fetch-Mode") != null || request.getHeader("X-Requested-With") != null
				|| (accept != null && accept.contains("text/html")) || (agent != null && agent.startsWith("Mozilla"));
	}

}
