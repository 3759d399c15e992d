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

}
