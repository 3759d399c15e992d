package org.tierline.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One calendar after another: what passed until a calendar was changed stays counted by
 * it, whenever that is asked.
 *
 * @param before in order of time
 */
record InTurn(List<WorkingTime.Until> before, WorkingTime last) implements WorkingTime {

	@Override
	public Instant due(Instant from, Duration working) {
		Instant at = from;
		Duration left = working;
		for (Until one : this.before) {
			Duration here = one.time().between(at, one.end());
			if (left.compareTo(here) <= 0) {
				return one.time().due(at, left);
			}
			left = left.minus(here);
			at = later(at, one.end());
		}
		return this.last.due(at, left);
	}

	@Override
	public Duration between(Instant from, Instant to) {
		return spans(from, to).stream()
			.map((span) -> Duration.between(span.start(), span.end()))
			.reduce(Duration.ZERO, Duration::plus);
	}

	@Override
	public List<Span> spans(Instant from, Instant to) {
		Spans found = new Spans();
		Instant at = from;
		for (Until one : this.before) {
			one.time().spans(at, one.end().isBefore(to) ? one.end() : to).forEach(found::add);
			at = later(at, one.end());
		}
		this.last.spans(at, to).forEach(found::add);
		return found.all();
	}

	private static Instant later(Instant a, Instant b) {
		return b.isAfter(a) ? b : a;
	}

}
