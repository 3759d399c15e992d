package org.tierline.bench;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param warmUp calls before the first round
 * @param wave breaches due at once
 * @param cases of history; a tenth of them open
 */
record Size(boolean quick, int warmUp, Duration round, int rounds, int wave, int cases) {

	static Size asked() {
		boolean quick = System.getProperty("bench.quick") != null && !"false".equals(System.getProperty("bench.quick"));
		return quick ? new Size(true, 600, Duration.ofSeconds(2), 3, 500, 10_000) : new Size(false, 5_000,
				Duration.ofSeconds(20), 3, 10_000, Integer.getInteger("bench.cases", 1_000_000));
	}

	/** What a person should know who compares this run with another. */
	String inWords() {
		return "%s form: %,d calls to warm up, %d rounds of %d s".formatted(this.quick ? "quick" : "full", this.warmUp,
				this.rounds, this.round.toSeconds());
	}

}
