package org.tierline.access;

import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Paths of the engine's webapps and REST that are shut for everybody and always: the
 * first-run set-up, which makes administrators (CVE-2026-77226), and the two places that
 * check passwords past our own door, which slows down whoever guesses.
 */
final class Forbidden implements RequestMatcher {

	static final RequestMatcher ALWAYS = new Forbidden();

	private static final Pattern PATHS = Pattern.compile("/camunda(/.*)?/setup(/.*)?"
			+ "|/camunda/api/admin/auth/user/[^/]*/login(/.*)?|/(camunda|engine-rest)(/.*)?/identity/verify/?");

	private Forbidden() {
	}

	/** On the decoded path as the servlet container routes it, whatever its case. */
	@Override
	public boolean matches(HttpServletRequest request) {
		String path = request.getServletPath() + ((request.getPathInfo() != null) ? request.getPathInfo() : "");
		return PATHS.matcher(path.toLowerCase(Locale.ROOT)).matches();
	}

}
