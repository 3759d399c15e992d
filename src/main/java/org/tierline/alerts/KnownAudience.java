package org.tierline.alerts;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.tierline.cases.SupportCase;
import org.tierline.cases.Tier;

/**
 * Whom recipients mean at one moment: when many deadlines pass at once, the same people
 * are asked for over and over.
 */
class KnownAudience {

	private final Audience audience;

	private final Instant now;

	private final Map<Asked, Audience.Found> known = new HashMap<>();

	KnownAudience(Audience audience, Instant now) {
		this.audience = audience;
		this.now = now;
	}

	Audience.Found of(Recipient recipient, SupportCase supportCase) {
		return this.known.computeIfAbsent(new Asked(recipient, supportCase.tier(), supportCase.assignee()),
				(asked) -> this.audience.of(recipient, supportCase, this.now));
	}

	/** All that it depends on. */
	private record Asked(Recipient recipient, Tier tier, String assignee) {
	}

}
