package org.tierline.lifecycle;

import java.util.Optional;

import org.tierline.cases.Casework;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is acting: the login of this call, or Tierline itself when a timer or job acts. */
final class Actors {

	private Actors() {
	}

	static String current() {
		return login().orElse(Casework.TIERLINE);
	}

	/** The same; a mail has no login, but somebody who sent it. */
	static String currentOr(String email) {
		return login().orElse(email);
	}

	private static Optional<String> login() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return Optional.ofNullable(authentication)
			.filter((a) -> !(a instanceof AnonymousAuthenticationToken))
			.map(Authentication::getName);
	}

}
