package org.tierline.customers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Instants as people read them: by the wall clock of a zone, with its offset then and its
 * name. An abbreviation would not do: IST is said in India, Ireland and Israel.
 */
public final class WallClock {

	private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);

	private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm",
			Locale.ENGLISH);

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);

	private WallClock() {
	}

	/** Thursday 24 December 2026: the day of a release is that day everywhere. */
	public static String readDay(LocalDate day) {
		return day.format(DAY);
	}

	/** Wed 25 Nov 2026, 17:00 (UTC+05:30, Asia/Kolkata). */
	public static String read(Instant at, ZoneId zone) {
		return read(at.atZone(zone), SHORT);
	}

	/** Wednesday 25 November 2026, 17:00 (UTC+05:30, Asia/Kolkata). */
	public static String readInFull(Instant at, ZoneId zone) {
		return read(at.atZone(zone), LONG);
	}

	private static String read(ZonedDateTime time, DateTimeFormatter format) {
		ZoneOffset offset = time.getOffset();
		String difference = offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId();
		String zone = time.getZone().getId();
		boolean named = !time.getZone().normalized().equals(offset);
		return time.format(format) + " (" + difference + (named ? ", " + zone : "") + ")";
	}

}
