package org.tierline.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Working time of a site, exact to the nanosecond: physical time that passes inside the
 * local intervals, whatever the zone's clocks do meanwhile.
 */
final class SiteTime implements WorkingTime {

	/** Days remembered: what a case needs lies within a few years. */
	private static final int MOST = 8_192;

	private final LocalDays days;

	private final ConcurrentMap<LocalDate, Span[]> known = new ConcurrentHashMap<>();

	SiteTime(WorkingWeek week) {
		this.days = new LocalDays(week);
	}

	@Override
	public Instant due(Instant from, Duration working) {
		if (working.isZero()) {
			return from;
		}
		Duration left = working;
		LocalDate date = day(from);
		for (int day = 0; day < FARTHEST.toDays(); day++, date = date.plusDays(1)) {
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
			LocalDate last = day(to);
			for (LocalDate date = day(from); !date.isAfter(last); date = date.plusDays(1)) {
				for (Span span : spans(date)) {
					total = total.plus(span.after(from)).minus(span.after(to));
				}
			}
		}
		return total;
	}

	@Override
	public List<Span> spans(Instant from, Instant to) {
		Spans found = new Spans();
		if (to.isAfter(from)) {
			LocalDate last = day(to);
			for (LocalDate date = day(from); !date.isAfter(last); date = date.plusDays(1)) {
				for (Span span : spans(date)) {
					found.add(span.within(from, to));
				}
			}
		}
		return found.all();
	}

	private static LocalDate day(Instant instant) {
		return LocalDate.ofInstant(instant, ZoneOffset.UTC);
	}

	private Span[] spans(LocalDate date) {
		if (this.known.size() > MOST) {
			this.known.clear();
		}
		return this.known.computeIfAbsent(date, this.days::spans);
	}

}
