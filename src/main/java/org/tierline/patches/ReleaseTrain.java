package org.tierline.patches;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

import org.tierline.sla.WorkingDays;

/**
 * A rule that plans releases ahead, such as "every second Tuesday" or "the second Tuesday
 * of each month, frozen five working days before".
 *
 * @param everyWeeks 1 to 52; counted from the first such weekday on or after
 * {@code from}; null: by the month
 * @param weekOfMonth once a month, not before {@code from}; null: by the week
 * @param freezeWorkingDays so many working days before its day a release is frozen
 * @param country whose public holidays are skipped, or null: none
 * @param ahead how many releases are planned ahead
 */
public record ReleaseTrain(String name, ReleaseKind kind, Track track, DayOfWeek weekday, Integer everyWeeks,
		WeekOfMonth weekOfMonth, LocalDate from, int freezeWorkingDays, ZoneId timeZone, String country, int ahead) {

	/** The next stops, today's among them. */
	public List<Stop> stops(Instant now) {
		LocalDate today = LocalDate.ofInstant(now, this.timeZone);
		Stream<LocalDate> days = (this.weekOfMonth != null) ? monthly(today) : weekly(today);
		return days.limit(this.ahead).map(this::stop).toList();
	}

	private Stream<LocalDate> monthly(LocalDate today) {
		LocalDate earliest = this.from.isAfter(today) ? this.from : today;
		return Stream.iterate(YearMonth.from(earliest), (month) -> month.plusMonths(1))
			.map((month) -> this.weekOfMonth.day(month, this.weekday))
			.filter((day) -> !day.isBefore(earliest));
	}

	private Stream<LocalDate> weekly(LocalDate today) {
		LocalDate first = this.from.with(TemporalAdjusters.nextOrSame(this.weekday));
		long passed = Math.max(0, ChronoUnit.DAYS.between(first, today));
		long step = 7L * this.everyWeeks;
		return Stream.iterate(first.plusDays((passed + step - 1) / step * step), (day) -> day.plusDays(step));
	}

	private Stop stop(LocalDate day) {
		WorkingDays days = new WorkingDays(this.country);
		// Whoever asks for no holidays may release on a Sunday, too.
		LocalDate plannedFor = (this.country != null) ? days.from(day) : day;
		return new Stop(this.name + " " + day, day, plannedFor,
				days.before(plannedFor, this.freezeWorkingDays).atStartOfDay(this.timeZone).toInstant());
	}

	/**
	 * A release that the rule wants.
	 *
	 * @param day by the rule
	 * @param plannedFor the same, or the next day that is worked
	 * @param freezeAt from then on a defect needs a reason to come in
	 */
	public record Stop(String release, LocalDate day, LocalDate plannedFor, Instant freezeAt) {
	}

}
