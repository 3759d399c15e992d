package org.tierline.engine;

import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whom Spring Security let in, in the words of the engine. */
final class CurrentPerson {

	private static final String GROUP = "GROUP_";

	private CurrentPerson() {
	}

	static Optional<EngineLogin> get() {
		return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
			.filter(Authentication::isAuthenticated)
			.filter((authentication) -> !(authentication instanceof AnonymousAuthenticationToken))
			.map(CurrentPerson::of);
	}

	static EngineLogin of(Authentication authentication) {
		return new EngineLogin(authentication.getName(),
				authentication.getAuthorities()
					.stream()
					.map(GrantedAuthority::getAuthority)
					.filter((authority) -> authority.startsWith(GROUP))
					.map((authority) -> authority.substring(GROUP.length()))
					.collect(Collectors.toSet()),
				"");
	}

}
