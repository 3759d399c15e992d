package org.tierline.intake.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.media.Schema;

import org.tierline.cases.ClockLedger;
import org.tierline.cases.ClockState;
import org.tierline.cases.Worked;
import org.tierline.sla.CalendarKind;

/**
 * A clock with all that explains it: allowed = used + left, used = the working time of
 * the segments of the present period, left = the working time ahead.
 */
@Schema(name = "Clock")
record ClockView(String target, ClockState state, String calendar,
		@Schema(type = "string", example = "PT24H") Duration promised,
		@Schema(type = "string", example = "PT24H",
				description = "what is promised, or more in a reopened case") Duration allowed,
		@Schema(type = "string", example = "PT3H",
				description = "working time of the segments of the present period") Duration used,
		@Schema(type = "string", example = "PT21H",
				description = "working time ahead, or what remained when it was paused; null once it is over") Duration left,
		@Schema(description = "why it does not add up, null if it does") String remark, Integer tableVersion,
		Instant dueAt,
		@Schema(example = "2026-11-25T17:00+05:30[Asia/Kolkata]",
				description = "by the wall clock of the site as it is now") String dueAtLocal,
		Instant warnAt, Instant metAt, Instant breachedAt,
		@Schema(type = "string", example = "PT3H") Duration remaining, int deadline, int period,
		@Schema(description = "by which it counts, in order; former sites of the company are kept") List<CalendarView> calendars,
		List<SegmentView> segments, @Schema(description = "until dueAt, in order; at most 100") List<StretchView> ahead,
		@Schema(description = "the sum of what lies ahead after those") RestView aheadRest,
		List<ClockLedger.Alarm> alarms) {

	static ClockView of(ClockLedger ledger) {
		var reading = ledger.reading();
		return new ClockView(reading.target().name().toLowerCase(Locale.ROOT), reading.state(), word(ledger.calendar()),
				ledger.promised(), ledger.allowed(), ledger.used(), ledger.left(), ledger.remark(),
				ledger.tableVersion(), reading.dueAt(), local(reading.dueAt(), ledger.zone()), reading.warnAt(),
				reading.metAt(), reading.breachedAt(), reading.remaining(), ledger.deadline(), ledger.period(),
				ledger.calendars().stream().map(CalendarView::of).toList(),
				ledger.segments().stream().map(SegmentView::of).toList(),
				ledger.ahead().stretches().stream().map(StretchView::of).toList(), RestView.of(ledger.ahead().rest()),
				ledger.alarms());
	}

	private static String word(CalendarKind kind) {
		return kind.name().toLowerCase(Locale.ROOT);
	}

	private static String local(Instant instant, ZoneId zone) {
		return (instant != null) ? instant.atZone(zone).toString() : null;
	}

	/** What counts as working time, while the clock counted by it. */
	@Schema(name = "CalendarUsed")
	record CalendarView(@Schema(allowableValues = {
			"site", "always" }) String kind,
			@Schema(example = "Asia/Kolkata", description = "of the site at that time") String timeZone, Instant from,
			Instant to, String fromLocal, String toLocal,
			@Schema(description = "of the site at that time; null where every second counts") CompanyView.SiteView site,
			@Schema(description = "free days from fromLocal until toLocal") List<HolidayView> holidays){

		static CalendarView of(ClockLedger.Calendar one) {
			ZoneId zone = one.site().timeZone();
			boolean always = one.kind() == CalendarKind.ALWAYS;
			return new CalendarView(word(one.kind()), zone.getId(), one.from(), one.to(), local(one.from(), zone),
					local(one.to(), zone), always ? null : CompanyView.SiteView.of(one.site()),
					one.holidays().stream().map((day) -> new HolidayView(day.date(), day.name())).toList());
		}

	}

	/** A day on which the site does not work. */
	@Schema(name = "FreeDay")
	record HolidayView(LocalDate date,
			@Schema(example = "Christmas", description = "of a public holiday; null: the site's own") String name) {
	}

	/** A stretch in which the clock ran or stood. */
	@Schema(name = "ClockSegment")
	record SegmentView(int period, @Schema(allowableValues = {
			"running", "paused" }) String kind, @Schema(allowableValues = { "site", "always" }) String calendar,
			Instant from, @Schema(description = "null: still") Instant to,
			@Schema(type = "string", example = "PT10H") Duration working,
			@Schema(description = "what was worked, in order; at most 100") List<StretchView> stretches,
			@Schema(description = "the sum of what was worked after those") RestView rest,
			@Schema(type = "string",
					description = "what was counted then and is not found in the calendars any more: "
							+ "working = stretches + rest + unexplained; null if nothing") Duration unexplained,
			String reason){

		static SegmentView of(ClockLedger.Segment one) {
			return new SegmentView(one.period(), one.kind(), word(one.calendar()), one.from(), one.to(), one.working(),
					one.worked().stretches().stream().map(StretchView::of).toList(), RestView.of(one.worked().rest()),
					one.unexplained(), one.reason());
		}

	}

	/** Uninterrupted working time from, and until but not including. */
	@Schema(name = "WorkingStretch")
	record StretchView(Instant from, Instant to,
			@Schema(example = "2026-11-25T09:00+05:30[Asia/Kolkata]") String fromLocal,
			@Schema(example = "2026-11-25T17:00+05:30[Asia/Kolkata]") String toLocal,
			@Schema(type = "string", example = "PT8H") Duration working) {

		static StretchView of(Worked.Stretch one) {
			return new StretchView(one.from().toInstant(), one.to().toInstant(), one.from().toString(),
					one.to().toString(), one.working());
		}

	}

	/** Further stretches as one sum. */
	@Schema(name = "WorkingRest")
	record RestView(Instant from, Instant to, String fromLocal, String toLocal, int stretches,
			@Schema(description = "local dates on which they begin") int days,
			@Schema(type = "string", example = "PT800H") Duration working) {

		static RestView of(Worked.Rest rest) {
			return (rest != null) ? new RestView(rest.from().toInstant(), rest.to().toInstant(), rest.from().toString(),
					rest.to().toString(), rest.stretches(), rest.days(), rest.working()) : null;
		}

	}

}
