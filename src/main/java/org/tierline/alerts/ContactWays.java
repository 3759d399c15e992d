package org.tierline.alerts;

import java.util.List;

/** By which ways a group hears of alerts. */
public interface ContactWays {

	/** The ways of a group. */
	Ways of(String group);

	/**
	 * Replaces the ways of a group; a secret that is null stays as it is.
	 * @throws NoSuchName if there is no such group
	 * @throws org.tierline.cases.InputRefused naming every wrong field
	 */
	void replace(String group, List<String> mail, String webHook, String secret);

	/**
	 * The ways of one group; the secret is never read back.
	 *
	 * @param mail addresses of the group; none: each member by the address of the login
	 * @param webHook the URL that is called besides, or null
	 */
	record Ways(List<String> mail, String webHook, boolean secretSet) {
	}

}
