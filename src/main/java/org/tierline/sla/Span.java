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

}
