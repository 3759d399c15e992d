package org.tierline.sla;

import java.time.Duration;
import java.time.Instant;

/** The clock that never stands: 24x7. */
enum Always implements WorkingTime {

	TIME;

	@Override
	public Instant due(Instant from, Duration working) {
		return from.plus(working);
	}

	@Override
	public Duration between(Instant from, Instant to) {
		return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
	}

}
