package org.tierline.history;

/** Writes times, millions of them. */
final class Times {

	static final long SECOND = 1_000_000;

	static final long DAY = 86_400 * SECOND;

	private Times() {
	}

	/**
	 * Appends microseconds since 1970 as PostgreSQL reads them.
	 */
	static void write(long micros, StringBuilder out) {
		long day = Math.floorDiv(micros, DAY);
		long rest = Math.floorMod(micros, DAY);
		out.append(java.time.LocalDate.ofEpochDay(day)).append(' ');
		two(rest / (3_600 * SECOND), out);
		two(rest / (60 * SECOND) % 60, out.append(':'));
		two(rest / SECOND % 60, out.append(':'));
		String fraction = String.valueOf(SECOND + rest % SECOND);
		out.append('.').append(fraction, 1, fraction.length()).append("+00");
	}

	private static void two(long number, StringBuilder out) {
		out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
	}

}
