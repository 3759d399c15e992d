package org.tierline.bench;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param only the part that is measured; empty: all
 * @param warmUp calls before the first round
 * @param wave breaches due at once
 * @param ahead from making them so until they are
 * @param cases of history; a tenth of them open
 */
record Size(String only, boolean quick, int warmUp, Duration round, int rounds, int wave, Duration ahead, int cases) {

	static Size asked() {
		boolean quick = System.getProperty("bench.quick") != null && !"false".equals(System.getProperty("bench.quick"));
		String only = System.getProperty("bench.only", "");
		return quick ? new Size(only, true, 600, Duration.ofSeconds(2), 3, 1_000,
				Duration.ofSeconds(4), 5_000) : new Size(only, false, 5_000, Duration.ofSeconds(20), 3,
				Integer.getInteger("bench.wave", 10_000), Duration.ofSeconds(15), Integer.getInteger("bench.cases", 1_000_000));
	}

	boolean whole() {
		return this.only.isEmpty();
	}

	boolean has(String part) {
		return whole() || this.only.equals(part);
	}

	/** What a person should know who compares this run with another. */
	String inWords() {
		return "%s form: %,d calls to warm up, %d rounds of %d s".formatted(this.quick ? "quick" : "full", this.warmUp,
				this.rounds, this.round.toSeconds());
	}

}
