package org.tierline.patches;

import java.time.Duration;
import java.time.Instant;

/** By when a defect should be resolved, counted from its report: to prioritise by. */
final class DueDates {

	private DueDates() {
	}

	/** Null: with the next release, whenever that is. */
	static Instant of(Demand demand, Instant reportedAt) {
		return switch (demand.severity()) {
			case 1 -> reportedAt.plus(Duration.ofDays(demand.priorityUpdates() ? 7 : 60));
			case 2, 3 -> reportedAt.plus(Duration.ofDays(demand.priorityUpdates() ? 30 : 90));
			default -> null;
		};
	}

}
