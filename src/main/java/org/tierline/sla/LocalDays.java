package org.tierline.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the local working intervals of a day into physical time, by the rules of the
 * zone.
 */
final class LocalDays {

	private final WorkingWeek week;

	private final ZoneRules rules;

	LocalDays(WorkingWeek week) {
		this.week = week;
		this.rules = week.zone().getRules();
	}

	Span[] spans(LocalDate date) {
		List<Span> spans = new ArrayList<>();
		Instant done = lastEnd(date.minusDays(1));
		for (WorkingWeek.Interval interval : intervals(date)) {
			Instant start = max(first(local(date, interval.fromMinute())), done);
			Instant end = last(local(date, interval.toMinute()));
			if (end.isAfter(start)) {
				spans.add(new Span(start, end));
				done = end;
			}
		}
		return spans.toArray(Span[]::new);
	}

	private List<WorkingWeek.Interval> intervals(LocalDate date) {
		boolean free = this.week.holidays().contains(date) || PublicHolidays.isFree(this.week.country(), date);
		return free ? List.of() : this.week.intervals().getOrDefault(date.getDayOfWeek(), List.of());
	}

	/**
	 * Yesterday's work until 24:00 may reach into a midnight that is repeated: it counts
	 * once.
	 */
	private Instant lastEnd(LocalDate date) {
		List<WorkingWeek.Interval> intervals = intervals(date);
		return intervals.isEmpty() ? Instant.MIN : last(local(date, intervals.get(intervals.size() - 1).toMinute()));
	}

	private static LocalDateTime local(LocalDate date, int minute) {
		return date.atStartOfDay().plusMinutes(minute);
	}

	/**
	 * When the local time is first reached; where the clocks jump over it, the moment of
	 * the jump.
	 */
	private Instant first(LocalDateTime local) {
		List<ZoneOffset> offsets = this.rules.getValidOffsets(local);
		return offsets.isEmpty() ? this.rules.getTransition(local).getInstant() : local.toInstant(offsets.get(0));
	}

	/** When the local time is last reached: a repeated hour is worked twice. */
	private Instant last(LocalDateTime local) {
		List<ZoneOffset> offsets = this.rules.getValidOffsets(local);
		return offsets.isEmpty() ? this.rules.getTransition(local).getInstant()
				: local.toInstant(offsets.get(offsets.size() - 1));
	}

	private static Instant max(Instant a, Instant b) {
		return a.isBefore(b) ? b : a;
	}

}
