package org.tierline.alerts;

import java.util.List;
import java.util.Optional;

/** The people who may be told; who they are is known to the engine. */
public interface Staff {

	/** Everybody in the group, by login. */
	List<Person> members(String group);

	Optional<Person> find(String login);

	boolean isGroup(String name);

	/**
	 * Somebody with a login.
	 *
	 * @param email null or blank: no mail reaches this person
	 */
	record Person(String login, String email) {
	}

}
