package org.tierline.sla;

import java.time.Duration;

/**
 * One row of the decision table {@code sla-targets}: durations in the time of the
 * calendar, null where nothing is promised.
 */
public record SlaTargets(Duration response, Duration update, Duration resolution, CalendarKind calendar) {

	public Duration of(Target target) {
		return switch (target) {
			case RESPONSE -> this.response;
			case UPDATE -> this.update;
			case RESOLUTION -> this.resolution;
		};
	}

}
