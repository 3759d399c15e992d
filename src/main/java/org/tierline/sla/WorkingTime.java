package org.tierline.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Arithmetic in working time: pure, exact, immutable. */
public interface WorkingTime {

	/** How far a due instant is searched for: ten years (F21). */
	Duration FARTHEST = Duration.ofDays(3_660);

	/**
	 * The earliest instant by which that much working time has passed since {@code from}
	 * (Friday 17:00, not Monday 09:00).
	 * @throws IllegalStateException if there is not that much within ten years
	 */
	Instant due(Instant from, Duration working);

	/** The working time between two instants; zero if {@code to} is not after. */
	Duration between(Instant from, Instant to);

	/** What is worked between two instants, in order. */
	List<Span> spans(Instant from, Instant to);

	/** Every second counts. */
	static WorkingTime always() {
		return Always.TIME;
	}

	/**
	 * The working time of a site; equal weeks share one calculator and what it has found
	 * out.
	 */
	static WorkingTime of(WorkingWeek week) {
		return SiteTimes.of(week);
	}

	/**
	 * One time after another: each counts until its end, {@code last} from then on.
	 * @param before in order of time; empty if nothing was ever changed
	 */
	static WorkingTime inTurn(List<Until> before, WorkingTime last) {
		return before.isEmpty() ? last : new InTurn(List.copyOf(before), last);
	}

	/** A time that counted until then. */
	record Until(Instant end, WorkingTime time) {
	}

}
