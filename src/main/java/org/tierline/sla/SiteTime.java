package org.tierline.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Working time of a site, exact to the nanosecond: physical time that passes inside the
 * local intervals, whatever the zone's clocks do meanwhile.
 */
final class SiteTime implements WorkingTime {

	/** Days searched for working time: ten years (F21). */
	private static final int FARTHEST = 3_660;

	/** Days remembered: what a case needs lies within a few years. */
	private static final int MOST = 8_192;

	private final WorkingWeek week;

	private final LocalDays days;

	private final ConcurrentMap<LocalDate, Span[]> known = new ConcurrentHashMap<>();

	SiteTime(WorkingWeek week) {
		this.week = week;
		this.days = new LocalDays(week);
	}

	@Override
	public Instant due(Instant from, Duration working) {
		if (working.isZero()) {
			return from;
		}
		Duration left = working;
		LocalDate date = firstDay(from);
		for (int day = 0; day < FARTHEST; day++, date = date.plusDays(1)) {
			for (Span span : spans(date)) {
				Duration here = span.after(from);
				if (left.compareTo(here) <= 0) {
					return span.end().minus(here).plus(left);
				}
				left = left.minus(here);
			}
		}
		throw new IllegalStateException("not " + working + " of working time within ten years");
	}

	@Override
	public Duration between(Instant from, Instant to) {
		Duration total = Duration.ZERO;
		if (to.isAfter(from)) {
			LocalDate last = LocalDate.ofInstant(to, this.week.zone()).plusDays(1);
			for (LocalDate date = firstDay(from); !date.isAfter(last); date = date.plusDays(1)) {
				for (Span span : spans(date)) {
					total = total.plus(span.after(from)).minus(span.after(to));
				}
			}
		}
		return total;
	}

	/**
	 * A day early: where midnight itself is repeated, yesterday's end lies after today's
	 * beginning.
	 */
	private LocalDate firstDay(Instant from) {
		return LocalDate.ofInstant(from, this.week.zone()).minusDays(1);
	}

	private Span[] spans(LocalDate date) {
		if (this.known.size() > MOST) {
			this.known.clear();
		}
		return this.known.computeIfAbsent(date, this.days::spans);
	}

}
