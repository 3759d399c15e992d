package org.tierline.background;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait after failures that follow each other: twice as long each time.
 *
 * @param first after the first failure
 * @param longest but never longer than this
 */
public record BackOff(Duration first, Duration longest) {

	private static final int DOUBLINGS = 20;

	/**
	 * How long to wait.
	 * @param failures so far, from 1
	 */
	public Duration after(int failures) {
		long wait = this.first.toMillis() << Math.min(Math.max(failures - 1, 0), DOUBLINGS);
		return Duration.ofMillis(Math.min(wait, this.longest.toMillis()));
	}

	/**
	 * A fifth more or less, so that those who failed together do not come back together.
	 */
	public Duration about(int failures) {
		double jitter = ThreadLocalRandom.current().nextDouble(0.8, 1.2);
		return Duration.ofMillis((long) (after(failures).toMillis() * jitter));
	}

}
