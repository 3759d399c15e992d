package org.tierline.patches;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which releases a rule wants. */
class ReleaseTrainTests {

	@Test
	void everySecondTuesdayFrozenFiveWorkingDaysBefore() {
		assertThat(train("2026-12-02", 2, 5, null, 3).stops(Instant.parse("2026-12-01T10:00:00Z"))).containsExactly(
				stop("2026-12-08", "2026-12-08", "2026-11-30T23:00:00Z"),
				stop("2026-12-22", "2026-12-22", "2026-12-14T23:00:00Z"),
				stop("2027-01-05", "2027-01-05", "2026-12-28T23:00:00Z"));
	}

	@Test
	void theNextStopIsTodayOrLater() {
		ReleaseTrain train = train("2026-12-02", 2, 0, null, 1);
		assertThat(train.stops(Instant.parse("2026-12-08T22:59:00Z"))).extracting(ReleaseTrain.Stop::day)
			.containsExactly(LocalDate.parse("2026-12-08"));
		assertThat(train.stops(Instant.parse("2026-12-08T23:00:00Z"))).extracting(ReleaseTrain.Stop::day)
			.containsExactly(LocalDate.parse("2026-12-22"));
	}

	@Test
	void holidaysAreSkippedWhereACountryIsGiven() {
		// The 8th of December is a holiday in Austria.
		assertThat(train("2026-12-02", 52, 5, "AT", 1).stops(Instant.parse("2026-11-01T10:00:00Z")))
			.containsExactly(stop("2026-12-08", "2026-12-09", "2026-11-30T23:00:00Z"));
	}

	@Test
	void theSecondTuesdayOfEachMonthFrozenFiveWorkingDaysBefore() {
		// The 8th of December is a holiday in Austria.
		assertThat(monthly(WeekOfMonth.SECOND, "2026-11-11", 5, "AT", 3).stops(Instant.parse("2026-11-01T10:00:00Z")))
			.containsExactly(stop("2026-12-08", "2026-12-09", "2026-11-30T23:00:00Z"),
					stop("2027-01-12", "2027-01-12", "2027-01-03T23:00:00Z"),
					stop("2027-02-09", "2027-02-09", "2027-02-01T23:00:00Z"));
	}

	@Test
	void theLastTuesdayIsTheFourthOrTheFifth() {
		assertThat(monthly(WeekOfMonth.LAST, "2027-01-01", 0, null, 4).stops(Instant.parse("2027-02-01T10:00:00Z")))
			.extracting((stop) -> stop.day().toString())
			.containsExactly("2027-02-23", "2027-03-30", "2027-04-27", "2027-05-25");
		assertThat(monthly(WeekOfMonth.FOURTH, "2027-01-01", 0, null, 2).stops(Instant.parse("2027-03-01T10:00:00Z")))
			.extracting((stop) -> stop.day().toString())
			.containsExactly("2027-03-23", "2027-04-27");
	}

	@Test
	void theNextStopOfAMonthIsTodayOrLater() {
		ReleaseTrain train = monthly(WeekOfMonth.FIRST, "2026-01-01", 0, null, 1);
		assertThat(train.stops(Instant.parse("2026-12-01T22:59:00Z"))).extracting(ReleaseTrain.Stop::day)
			.containsExactly(LocalDate.parse("2026-12-01"));
		assertThat(train.stops(Instant.parse("2026-12-01T23:00:00Z"))).extracting(ReleaseTrain.Stop::day)
			.containsExactly(LocalDate.parse("2027-01-05"));
	}

	private static ReleaseTrain train(String from, int everyWeeks, int freeze, String country, int ahead) {
		return new ReleaseTrain("Player", ReleaseKind.PATCH, Track.REGULAR, DayOfWeek.TUESDAY, everyWeeks, null,
				LocalDate.parse(from), freeze, ZoneId.of("Europe/Vienna"), country, ahead);
	}

	private static ReleaseTrain monthly(WeekOfMonth week, String from, int freeze, String country, int ahead) {
		return new ReleaseTrain("Player", ReleaseKind.PATCH, Track.REGULAR, DayOfWeek.TUESDAY, null, week,
				LocalDate.parse(from), freeze, ZoneId.of("Europe/Vienna"), country, ahead);
	}

	private static ReleaseTrain.Stop stop(String day, String plannedFor, String freezeAt) {
		return new ReleaseTrain.Stop("Player " + day, LocalDate.parse(day), LocalDate.parse(plannedFor),
				Instant.parse(freezeAt));
	}

}
