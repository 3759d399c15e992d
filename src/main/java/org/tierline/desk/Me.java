package org.tierline.desk;

import java.util.Set;

import org.springframework.security.core.Authentication;

/** Who looks, and what the tab offers; the doors decide what is let through. */
record Me(String login, boolean mayWrite, boolean mayMerge, boolean mayTie, boolean mayPlan, boolean mayReport) {

	private static final Set<String> WRITERS = Set.of("GROUP_tier1", "GROUP_tier2", "GROUP_tier3", "GROUP_supervisors");

	private static final Set<String> MERGERS = Set.of("GROUP_tier1", "GROUP_tier2", "GROUP_supervisors");

	private static final Set<String> TIERS = Set.of("GROUP_tier2", "GROUP_tier3", "GROUP_supervisors");

	private static final Set<String> PLANNERS = Set.of("GROUP_release-managers");

	private static final Set<String> REPORTERS = Set.of("GROUP_tier3", "GROUP_release-managers");

	static Me of(Authentication who) {
		return new Me(who.getName(), isOneOf(who, WRITERS), isOneOf(who, MERGERS), isOneOf(who, TIERS),
				isOneOf(who, PLANNERS), isOneOf(who, REPORTERS));
	}

	private static boolean isOneOf(Authentication who, Set<String> groups) {
		return who.getAuthorities().stream().anyMatch((group) -> groups.contains(group.getAuthority()));
	}

}
