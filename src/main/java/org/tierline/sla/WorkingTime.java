package org.tierline.sla;

import java.time.Duration;
import java.time.Instant;

/** Arithmetic in working time: pure, exact, immutable. */
public interface WorkingTime {

	/**
	 * The earliest instant by which that much working time has passed since {@code from}
	 * (Friday 17:00, not Monday 09:00).
	 */
	Instant due(Instant from, Duration working);

	/** The working time between two instants; zero if {@code to} is not after. */
	Duration between(Instant from, Instant to);

	static WorkingTime always() {
		return new WorkingTime() {
			@Override
			public Instant due(Instant from, Duration working) {
				return from.plus(working);
			}

			@Override
			public Duration between(Instant from, Instant to) {
				return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
			}
		};
	}

}
