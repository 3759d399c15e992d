package org.tierline.customers;

import java.time.Instant;

/**
 * A company that is supported.
 *
 * @param priorityUpdates whether it gets early fixes on the accelerated track (R15)
 * @param verifiedAt when a person confirmed the company; null for one that was created by
 * its first case
 */
public record Company(long id, String name, Plan plan, boolean priorityUpdates, Site site, Instant verifiedAt) {

	private static final int LONGEST = 200;

	/**
	 * What a company is called that nobody has named, and whose employee has that
	 * address. Not its domain: strangers share those of large providers.
	 */
	public static String nameFor(String email) {
		String name = "Unknown company (" + email + ")";
		return (name.length() <= LONGEST) ? name : name.substring(0, LONGEST - 1) + ")";
	}

	/** Whether somebody has said what the company is called. */
	public boolean named() {
		return this.verifiedAt != null || !this.name.startsWith("Unknown company (");
	}
}
