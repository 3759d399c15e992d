package org.tierline.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.tierline.customers.FormerSite;
import org.tierline.customers.Site;

/**
 * Which site of a company counted when, since the opening of a case.
 *
 * @param former in order of time
 */
record SiteHistory(List<FormerSite> former, Site present) {

	/** The time between two instants, cut where the site was changed. */
	List<Part> between(Instant from, Instant to) {
		List<Part> parts = new ArrayList<>();
		Instant at = from;
		for (FormerSite one : this.former) {
			at = add(parts, at, one.until().isBefore(to) ? one.until() : to, one.site());
		}
		add(parts, at, to, this.present);
		return parts;
	}

	private static Instant add(List<Part> parts, Instant from, Instant to, Site site) {
		if (!to.isAfter(from)) {
			return from;
		}
		parts.add(new Part(from, to, site));
		return to;
	}

	/** A stretch in which the site was that one. */
	record Part(Instant from, Instant to, Site site) {
	}

}
