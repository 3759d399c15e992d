package org.tierline.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

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

	@Override
	public List<Span> spans(Instant from, Instant to) {
		return to.isAfter(from) ? List.of(new Span(from, to)) : List.of();
	}

}
