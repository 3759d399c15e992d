package org.tierline.customers;

import java.time.Instant;

/**
 * Plan or site of a company has changed; told in the transaction that changes it.
 *
 * @param siteBefore where the site it had is kept; null: the site is the same
 */
public record CompanyChanged(Company before, Company after, Instant at, Long siteBefore) {

	/** What has changed, in words. */
	public String what() {
		String plan = this.before.plan().code() + " to " + this.after.plan().code();
		if (this.before.plan() == this.after.plan()) {
			return "site";
		}
		return (this.siteBefore != null) ? "plan " + plan + ", site" : "plan " + plan;
	}

}
