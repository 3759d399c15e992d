package org.tierline.access;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Says on the login page that the password was wrong, or that it is too early to try. */
@Component
class LoginFailed implements AuthenticationFailureHandler {

	private final LoginPage page;

	LoginFailed(LoginPage page) {
		this.page = page;
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException reason) throws IOException {
		if (reason instanceof TooManyAttempts tooMany) {
			waitAWhile(request, response, Math.max(1, tooMany.getWait().toSeconds()));
			return;
		}
		response.sendRedirect("/login?error");
	}

	private void waitAWhile(HttpServletRequest request, HttpServletResponse response, long seconds) throws IOException {
		CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
		response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
		response.setContentType("text/html;charset=UTF-8");
		response.getWriter().write(this.page.html(token, "Too many attempts. Try again in a minute."));
	}

}
