package org.tierline.sla;

import java.time.Duration;
import java.time.Instant;

/** A stretch of physical time in which a site works. */
record Span(Instant start, Instant end) {

	/** How much of it lies after the instant. */
	Duration after(Instant instant) {
		if (!instant.isAfter(this.start)) {
			return Duration.between(this.start, this.end);
		}
		return instant.isBefore(this.end) ? Duration.between(instant, this.end) : Duration.ZERO;
	}

	/** The part of it that lies in the interval of a day. */
	Span with(Instant midnight, WorkingWeek.Interval interval) {
		Instant from = midnight.plusSeconds(60L * interval.fromMinute());
		Instant to = midnight.plusSeconds(60L * interval.toMinute());
		return new Span(from.isBefore(this.start) ? this.start : from, to.isAfter(this.end) ? this.end : to);
	}

}
