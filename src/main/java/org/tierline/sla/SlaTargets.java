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

	/**
	 * Reads a row's words: ISO-8601 durations or null, and "site" or "always".
	 * @throws IllegalArgumentException naming what is wrong
	 */
	public static SlaTargets parse(String response, String update, String resolution, String calendar) {
		return new SlaTargets(duration(response), duration(update), duration(resolution),
				CalendarKind.valueOf(calendar.toUpperCase()));
	}

	private static Duration duration(String text) {
		return (text != null) ? Duration.parse(text) : null;
	}

}
