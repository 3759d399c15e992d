package org.tierline.alerts;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait after a failure: twice as long each time, a fifth more or less, so
 * that those who failed together do not come back together.
 */
final class BackOff {

	private static final int DOUBLINGS = 20;

	private BackOff() {
	}

	static Duration after(int attempts, AlertTerms terms) {
		long wait = terms.firstRetry().toMillis() << Math.min(Math.max(attempts - 1, 0), DOUBLINGS);
		double jitter = ThreadLocalRandom.current().nextDouble(0.8, 1.2);
		return Duration.ofMillis((long) (Math.min(wait, terms.longestRetry().toMillis()) * jitter));
	}

}
