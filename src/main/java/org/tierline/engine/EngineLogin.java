package org.tierline.engine;

import java.io.Serializable;
import java.security.Principal;
import java.util.Set;

/**
 * A person or program that may log in.
 *
 * @param login the name it logs in with
 * @param groups ids of its groups
 * @param stamp changes whenever the password does
 */
public record EngineLogin(String login, Set<String> groups, String stamp) implements Principal, Serializable {

	public EngineLogin {
		groups = Set.copyOf(groups);
	}

	@Override
	public String getName() {
		return this.login;
	}

}
