package org.tierline.history;

import java.util.Map;

/**
 * What one copy has of its own.
 *
 * @param node the last part of its engine ids
 * @param now when the originals were made: what was past then is shifted by {@code past},
 * what lay ahead by {@code ahead} (microseconds)
 * @param numbers by table, the number of its first row
 */
record Copy(long id, String node, long companyId, String company, String subject, long now, long past, long ahead,
		Map<String, Long> numbers) {

	/** Nothing to wait for is the year 2999, and stays so. */
	private static final long NEVER = 20_000_000_000L * Times.SECOND;

	long time(long micros) {
		return (micros > NEVER) ? micros : micros + ((micros <= this.now) ? this.past : this.ahead);
	}

	long number(String table) {
		return this.numbers.get(table);
	}

}
