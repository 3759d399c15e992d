package org.tierline.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * Turns the local working intervals into physical time, by the rules of the zone: an
 * instant is worked if the wall clock of the site then shows a time inside an interval.
 * So an hour that is repeated is worked twice, and one that is skipped not at all.
 */
final class LocalDays {

	private final WorkingWeek week;

	private final ZoneRules rules;

	LocalDays(WorkingWeek week) {
		this.week = week;
		this.rules = week.zone().getRules();
	}

	/**
	 * What is worked on a day of UTC, in order. A local day would not do: where midnight
	 * is repeated, a part of tomorrow lies before the end of today.
	 */
	Span[] spans(LocalDate utcDate) {
		Spans spans = new Spans();
		Instant end = midnight(utcDate.plusDays(1), ZoneOffset.UTC);
		Instant from = midnight(utcDate, ZoneOffset.UTC);
		while (from.isBefore(end)) {
			ZoneOffsetTransition change = this.rules.nextTransition(from);
			Instant to = (change != null && change.getInstant().isBefore(end)) ? change.getInstant() : end;
			addWorked(new Span(from, to), this.rules.getOffset(from), spans);
			from = to;
		}
		return spans.all().toArray(Span[]::new);
	}

	/** What is worked of a stretch in which the wall clock runs evenly. */
	private void addWorked(Span stretch, ZoneOffset offset, Spans spans) {
		LocalDate last = LocalDate.ofInstant(stretch.end().minusNanos(1), offset);
		for (LocalDate date = LocalDate.ofInstant(stretch.start(), offset); !date.isAfter(last); date = date
			.plusDays(1)) {
			Instant midnight = midnight(date, offset);
			for (WorkingWeek.Interval interval : intervals(date)) {
				spans.add(stretch.with(midnight, interval));
			}
		}
	}

	private List<WorkingWeek.Interval> intervals(LocalDate date) {
		return this.week.isFree(date) ? List.of() : this.week.intervals().getOrDefault(date.getDayOfWeek(), List.of());
	}

	private static Instant midnight(LocalDate date, ZoneOffset offset) {
		return date.atStartOfDay().toInstant(offset);
	}

}
