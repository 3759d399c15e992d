package org.tierline.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * When a clock stands still: arithmetic in working time that leaves these stretches out.
 */
public final class Pauses {

	private final List<Span> spans;

	private Pauses(List<Span> spans) {
		this.spans = spans;
	}

	/** Stretches in any order; where they overlap, the clock stands once. */
	public static Pauses of(List<Span> spans) {
		Spans merged = new Spans();
		spans.stream().sorted(Comparator.comparing(Span::start)).forEach(merged::add);
		return new Pauses(merged.all());
	}

	/**
	 * The earliest instant by which that much working time has passed outside the pauses.
	 * @throws IllegalStateException if there is not that much within ten years
	 */
	public Instant due(WorkingTime time, Instant from, Duration working) {
		Instant at = from;
		Duration left = working;
		for (Span pause : this.spans) {
			Duration before = time.between(at, pause.start());
			if (left.compareTo(before) <= 0) {
				return time.due(at, left);
			}
			left = left.minus(before);
			at = later(at, pause.end());
		}
		return time.due(at, left);
	}

	/** The working time between two instants, outside the pauses. */
	public Duration between(WorkingTime time, Instant from, Instant to) {
		return worked(time, from, to).stream()
			.map((span) -> Duration.between(span.start(), span.end()))
			.reduce(Duration.ZERO, Duration::plus);
	}

	/** What is worked between two instants outside the pauses, in order. */
	public List<Span> worked(WorkingTime time, Instant from, Instant to) {
		Spans worked = new Spans();
		Instant at = from;
		for (Span pause : this.spans) {
			time.spans(at, earlier(pause.start(), to)).forEach(worked::add);
			at = later(at, pause.end());
		}
		time.spans(at, to).forEach(worked::add);
		return worked.all();
	}

	private static Instant earlier(Instant a, Instant b) {
		return a.isBefore(b) ? a : b;
	}

	private static Instant later(Instant a, Instant b) {
		return a.isAfter(b) ? a : b;
	}

}
