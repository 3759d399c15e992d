package org.tierline.customers;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One working interval of a day in minutes since local midnight, end excluded; 24:00 is
 * 1440.
 */
public record Hours(int fromMinute, int toMinute) {

	private static final Pattern FORM = Pattern.compile("(\\d\\d):(\\d\\d)-(\\d\\d):(\\d\\d)");

	/** Reads "09:00-12:00"; empty if that is no interval of a day. */
	public static Optional<Hours> parse(String text) {
		Matcher matcher = FORM.matcher((text != null) ? text : "");
		if (!matcher.matches()) {
			return Optional.empty();
		}
		int from = minute(matcher.group(1), matcher.group(2));
		int to = minute(matcher.group(3), matcher.group(4));
		return (from >= 0 && from < to) ? Optional.of(new Hours(from, to)) : Optional.empty();
	}

	private static int minute(String hour, String minute) {
		int minutes = Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
		return (Integer.parseInt(minute) < 60 && minutes <= 1440) ? minutes : -1;
	}

	/** "09:00-12:00". */
	@Override
	public String toString() {
		return "%02d:%02d-%02d:%02d".formatted(this.fromMinute / 60, this.fromMinute % 60, this.toMinute / 60,
				this.toMinute % 60);
	}

}
