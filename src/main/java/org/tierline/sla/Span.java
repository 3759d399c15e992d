package org.tierline.sla;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of physical time.
 *
 * @param end not part of it
 */
public record Span(Instant start, Instant end) {

	/** How much of it lies after the instant. */
	Duration after(Instant instant) {
		if (!instant.isAfter(this.start)) {
			return Duration.between(this.start, this.end);
		}
		return instant.isBefore(this.end) ? Duration.between(instant, this.end) : Duration.ZERO;
	}

	/** Reaches to that end, if it did not reach farther already. */
	Span upTo(Instant other) {
		return other.isAfter(this.end) ? new Span(this.start, other) : this;
	}

	/** The part between two instants; it ends before it starts if there is none. */
	Span within(Instant from, Instant to) {
		return new Span(from.isAfter(this.start) ? from : this.start, to.isBefore(this.end) ? to : this.end);
	}

	/** The part of it that lies in the interval of a day. */
	Span with(Instant midnight, WorkingWeek.Interval interval) {
		Instant from = midnight.plusSeconds(60L * interval.fromMinute());
		Instant to = midnight.plusSeconds(60L * interval.toMinute());
		return within(from, to);
	}

}
