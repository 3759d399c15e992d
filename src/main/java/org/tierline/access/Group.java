package org.tierline.access;

import java.util.Arrays;
import java.util.Set;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

import static java.util.stream.Collectors.toSet;

/** The groups of logins as Spring Security's authorities. */
final class Group {

	static final String[] OPENERS = of("tier1", "tier2", "tier3", "supervisors", "integrations");

	static final String[] STAFF = of("tier1", "tier2", "tier3", "release-managers", "supervisors", "process-owners",
			"camunda-admin");

	static final String[] KEEPERS_OF_ESCALATION = of("camunda-admin", "supervisors");

	static final String[] STEERERS = of("tier1", "tier2", "supervisors");

	/** Who sees what strangers sent, as it came. */
	static final String[] SUPERVISORS = of("supervisors");

	/**
	 * Who knows the product from inside: which case is about which defect, what helps.
	 */
	static final String[] KEEPERS_OF_DEFECTS = of("tier2", "tier3", "supervisors");

	static final String[] RELEASE_MANAGERS = of("release-managers");

	/** Who knows how far a fix is, and when it comes out. */
	static final String[] TELLERS_OF_PROGRESS = of("tier3", "release-managers");

	static final String[] KEEPERS_OF_CODE_HOOKS = of("camunda-admin", "release-managers");

	static final String[] KEEPERS_OF_COMPANIES = of("camunda-admin", "supervisors");

	/** Who writes to customers as a person of ours, and takes care of alerts. */
	static final String[] WRITERS = of("tier1", "tier2", "tier3", "supervisors");

	static final String[] KEEPERS_OF_TEXTS = of("supervisors", "process-owners");

	static final String[] EVERYBODY = of("tier1", "tier2", "tier3", "release-managers", "supervisors", "process-owners",
			"integrations", "camunda-admin");

	private static final String PREFIX = "GROUP_";

	private Group() {
	}

	static Set<GrantedAuthority> authorities(Set<String> groups) {
		return groups.stream().map((group) -> new SimpleGrantedAuthority(PREFIX + group)).collect(toSet());
	}

	private static String[] of(String... groups) {
		return Arrays.stream(groups).map((group) -> PREFIX + group).toArray(String[]::new);
	}

}
