package org.tierline.engine;

import java.util.Optional;

/**
 * The logins that the engine keeps. Answers are at most {@link LoginCache#STALE} old when
 * another node changed a login; changes made on this node count at once.
 */
public interface EngineLogins {

	/** The login of that name, or empty if there is none. */
	Optional<EngineLogin> find(String login);

	/** The login of that name if the password is its own, else empty. */
	Optional<EngineLogin> verify(String login, String password);

}
