package org.tierline.sla;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;

/**
 * One row of the decision table {@code sla-targets}: durations in the time of the
 * calendar, null where nothing is promised.
 *
 * @param version of the table, null where it is not known
 */
public record SlaTargets(Duration response, Duration update, Duration resolution, CalendarKind calendar,
		Integer version) {

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
		return new SlaTargets(duration("response", response), duration("update", update),
				duration("resolution", resolution), kind(calendar), null);
	}

	/** The row belongs to that version of the table. */
	public SlaTargets of(int version) {
		return new SlaTargets(this.response, this.update, this.resolution, this.calendar, version);
	}

	private static Duration duration(String target, String text) {
		try {
			Duration duration = (text != null) ? Duration.parse(text) : null;
			if (duration != null && (duration.isNegative() || duration.isZero())) {
				throw new IllegalArgumentException(target + " must be longer than nothing, not " + text);
			}
			return duration;
		}
		catch (DateTimeParseException ex) {
			throw new IllegalArgumentException(target + " is no ISO-8601 duration such as PT8H: " + text, ex);
		}
	}

	private static CalendarKind kind(String calendar) {
		return Arrays.stream(CalendarKind.values())
			.filter((kind) -> kind.name().toLowerCase(Locale.ROOT).equals(calendar))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("calendar must be site or always, not " + calendar));
	}

}
