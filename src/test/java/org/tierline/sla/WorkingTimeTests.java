package org.tierline.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class WorkingTimeTests {

	private static final WorkingTime OFFICE = office("UTC", null, Set.of());

	@Test
	void aDueInstantIsTheEarliestByWhichTheTimeHasPassed() {
		Instant friday = Instant.parse("2026-11-27T09:00:00Z");
		assertThat(OFFICE.due(friday, Duration.ofHours(8))).isEqualTo("2026-11-27T17:00:00Z");
		assertThat(OFFICE.due(friday, Duration.ofHours(8).plusNanos(1))).isEqualTo("2026-11-30T09:00:00.000000001Z");
	}

	@Test
	void timeOutsideWorkingHoursDoesNotCount() {
		assertThat(OFFICE.due(Instant.parse("2026-11-28T12:00:00Z"), Duration.ofHours(1)))
			.isEqualTo("2026-11-30T10:00:00Z");
		assertThat(OFFICE.between(Instant.parse("2026-11-27T16:00:00Z"), Instant.parse("2026-11-30T10:00:00Z")))
			.isEqualTo(Duration.ofHours(2));
		assertThat(OFFICE.between(Instant.parse("2026-11-30T10:00:00Z"), Instant.parse("2026-11-27T16:00:00Z")))
			.isZero();
	}

	/** F16. */
	@Test
	void aLunchBreakIsNoWorkingTime() {
		WorkingTime time = WorkingTime.of(week("Europe/Berlin", 540, 720, 780, 1020));
		assertThat(time.due(Instant.parse("2026-11-23T10:30:00Z"), Duration.ofHours(1)))
			.isEqualTo("2026-11-23T12:30:00Z");
	}

	@Test
	void anIntervalMayEndAtMidnight() {
		WorkingTime time = WorkingTime.of(week("UTC", 1320, 1440));
		assertThat(time.due(Instant.parse("2026-11-23T23:00:00Z"), Duration.ofHours(1)))
			.isEqualTo("2026-11-24T00:00:00Z");
	}

	@Test
	void holidaysByDateAndByCountryAreFree() {
		WorkingTime dated = office("UTC", null, Set.of(LocalDate.parse("2026-12-24")));
		assertThat(dated.due(Instant.parse("2026-12-23T16:00:00Z"), Duration.ofHours(2)))
			.isEqualTo("2026-12-25T10:00:00Z");
		WorkingTime german = office("Europe/Berlin", "DE", Set.of());
		assertThat(german.due(Instant.parse("2026-12-24T15:00:00Z"), Duration.ofHours(2)))
			.isEqualTo("2026-12-28T09:00:00Z");
		assertThat(office("UTC", "ZZ", Set.of()).due(Instant.parse("2026-12-24T16:00:00Z"), Duration.ofHours(2)))
			.isEqualTo("2026-12-25T10:00:00Z");
	}

	@Test
	void roundTheClockEverySecondCounts() {
		Instant from = Instant.parse("2026-11-28T12:00:00.000000001Z");
		assertThat(WorkingTime.always().due(from, Duration.ofHours(30))).isEqualTo(from.plus(Duration.ofHours(30)));
		assertThat(WorkingTime.always().between(from, from.plusNanos(7))).isEqualTo(Duration.ofNanos(7));
	}

	/** F17: the night shift from 00:00 to 08:00 on the day the clocks change. */
	@ParameterizedTest
	@CsvSource({ "Europe/Berlin, 2026-03-29, PT7H", "Europe/Berlin, 2026-10-25, PT9H",
			"America/New_York, 2026-03-08, PT7H", "America/New_York, 2026-11-01, PT9H",
			"Australia/Lord_Howe, 2026-10-04, PT7H30M", "Australia/Lord_Howe, 2026-04-05, PT8H30M",
			"America/Sao_Paulo, 2018-11-04, PT7H", "Asia/Tehran, 2021-03-22, PT7H", "Africa/Cairo, 2026-04-24, PT7H",
			"Pacific/Auckland, 2026-09-27, PT7H" })
	void aNightInWhichTheClocksChangeIsAsLongAsItIs(String zone, LocalDate date, Duration night) {
		WorkingTime time = WorkingTime.of(week(zone, 0, 480));
		Instant from = date.minusDays(1).atTime(20, 0).atZone(ZoneId.of(zone)).toInstant();
		Instant to = date.atTime(12, 0).atZone(ZoneId.of(zone)).toInstant();
		assertThat(time.between(from, to)).isEqualTo(night);
		assertThat(time.due(from, night)).isEqualTo(date.atTime(8, 0).atZone(ZoneId.of(zone)).toInstant());
	}

	/**
	 * F17: the night shift from 00:00 to 08:00 on both days, added up by hand. A short
	 * night leaves something for the next one, a long one ends before eight.
	 */
	@ParameterizedTest
	@CsvSource({ "Europe/Berlin, 2026-03-28T23:00:00Z, 2026-03-29T23:00:00Z",
			"Europe/Berlin, 2026-10-24T22:00:00Z, 2026-10-25T06:00:00Z",
			"America/New_York, 2026-03-08T05:00:00Z, 2026-03-09T05:00:00Z",
			"America/New_York, 2026-11-01T04:00:00Z, 2026-11-01T12:00:00Z",
			"Australia/Lord_Howe, 2026-10-03T13:30:00Z, 2026-10-04T13:30:00Z",
			"Australia/Lord_Howe, 2026-04-04T13:00:00Z, 2026-04-04T21:00:00Z",
			"Pacific/Auckland, 2026-09-26T12:00:00Z, 2026-09-27T12:00:00Z",
			"Pacific/Auckland, 2026-04-04T11:00:00Z, 2026-04-04T19:00:00Z",
			"America/St_Johns, 2026-03-08T03:30:00Z, 2026-03-09T03:30:00Z",
			"America/St_Johns, 2026-11-01T02:30:00Z, 2026-11-01T10:30:00Z",
			"Africa/Cairo, 2026-04-23T22:00:00Z, 2026-04-24T22:00:00Z",
			"Africa/Cairo, 2026-10-29T21:00:00Z, 2026-10-30T06:00:00Z",
			"Asia/Beirut, 2026-03-28T22:00:00Z, 2026-03-29T22:00:00Z",
			"Asia/Beirut, 2026-10-24T21:00:00Z, 2026-10-25T06:00:00Z",
			"America/Sao_Paulo, 2018-11-04T03:00:00Z, 2018-11-05T03:00:00Z",
			"America/Sao_Paulo, 2018-02-18T02:00:00Z, 2018-02-18T11:00:00Z" })
	void eightHoursFromTheMidnightBeforeTheClocksChange(String zone, Instant opened, Instant due) {
		assertThat(WorkingTime.of(week(zone, 0, 480)).due(opened, Duration.ofHours(8))).isEqualTo(due);
	}

	/** The hour before midnight comes twice, and both are worked until 24:00. */
	@ParameterizedTest
	@CsvSource({ "Africa/Cairo, 2026-10-29T19:00:00Z, 2026-10-29T22:00:00Z",
			"Asia/Beirut, 2026-10-24T19:00:00Z, 2026-10-24T22:00:00Z",
			"America/Sao_Paulo, 2018-02-18T00:00:00Z, 2018-02-18T03:00:00Z" })
	void anEveningUntilAMidnightThatIsRepeatedHasAnHourMore(String zone, Instant ten, Instant midnight) {
		WorkingTime time = WorkingTime.of(week(zone, 1320, 1440));
		assertThat(time.between(ten.minusSeconds(7200), midnight.plusSeconds(7200))).isEqualTo(Duration.ofHours(3));
		assertThat(time.due(ten, Duration.ofHours(3))).isEqualTo(midnight);
	}

	/** Samoa had no 30 December 2011: work of the 29th goes on on the 31st. */
	@Test
	void aDayThatTheZoneSkippedIsNotWorked() {
		WorkingTime time = WorkingTime.of(week("Pacific/Apia", 540, 1020));
		// 16:00 on the 29th, an hour before the end; then from 09:00 on the 31st.
		assertThat(time.due(Instant.parse("2011-12-30T02:00:00Z"), Duration.ofHours(2)))
			.isEqualTo("2011-12-30T20:00:00Z");
	}

	/** F17: at the second 02:00 the site has been closed for an hour. */
	@ParameterizedTest
	@CsvSource({ "0, 120, PT2H", "0, 150, PT3H", "0, 180, PT4H", "120, 180, PT2H", "150, 180, PT1H", "150, 240, PT2H" })
	void anIntervalThatEndsOrBeginsInARepeatedHourIsWorkedAsTheWallClockSays(int from, int to, Duration worked) {
		WorkingTime time = WorkingTime.of(week("Pacific/Auckland", from, to));
		Instant noon = LocalDate.parse("2026-04-05").atTime(12, 0).atZone(ZoneId.of("Pacific/Auckland")).toInstant();
		assertThat(time.between(noon.minus(Duration.ofHours(13)), noon)).isEqualTo(worked);
	}

	/**
	 * Sao Paulo repeated the hour before midnight: work until 24:00 ends when it is over
	 * for good.
	 */
	@Test
	void aMidnightThatIsRepeatedCountsOnce() {
		WorkingTime time = WorkingTime.of(week("America/Sao_Paulo", 0, 1440));
		Instant from = LocalDate.parse("2018-02-17").atTime(12, 0).atZone(ZoneId.of("America/Sao_Paulo")).toInstant();
		assertThat(time.between(from, from.plus(Duration.ofHours(48)))).isEqualTo(Duration.ofHours(48));
	}

	/** A case opened at every minute of a week is due eight working hours later. */
	@Test
	void everyMinuteOfAWeekHasItsDueInstant() {
		Instant monday = Instant.parse("2026-11-23T00:00:00Z");
		for (int minute = 0; minute < 7 * 24 * 60; minute++) {
			Instant opened = monday.plus(Duration.ofMinutes(minute));
			int day = minute / 1440;
			int ofDay = Math.min(Math.max(minute % 1440, 540), 1020);
			Instant due = (day >= 5 || ofDay == 1020) ? monday.plus(Duration.ofMinutes(nextDay(day) * 1440L + 1020))
					: monday
						.plus(Duration.ofMinutes((ofDay == 540) ? day * 1440L + 1020 : nextDay(day) * 1440L + ofDay));
			assertThat(OFFICE.due(opened, Duration.ofHours(8))).as(opened.toString()).isEqualTo(due);
		}
	}

	private static long nextDay(int day) {
		return (day >= 4) ? 7 : day + 1;
	}

	/** F21. */
	@Test
	void anEmptyOrOverlappingCalendarIsRefusedAndEverySearchIsBounded() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new WorkingWeek(ZoneId.of("UTC"), Map.of(DayOfWeek.MONDAY, List.of()), null, Set.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> week("UTC", 540, 720, 700, 800));
		assertThatIllegalArgumentException().isThrownBy(() -> week("UTC", 540, 1441));
		assertThatIllegalStateException()
			.isThrownBy(() -> OFFICE.due(Instant.parse("2026-11-23T10:00:00Z"), Duration.ofDays(100_000)));
	}

	static WorkingTime office(String zone, String country, Set<LocalDate> holidays) {
		Map<DayOfWeek, List<WorkingWeek.Interval>> days = new EnumMap<>(DayOfWeek.class);
		Arrays.stream(DayOfWeek.values())
			.limit(5)
			.forEach((day) -> days.put(day, List.of(new WorkingWeek.Interval(540, 1020))));
		return WorkingTime.of(new WorkingWeek(ZoneId.of(zone), days, country, holidays));
	}

	/** Every day the same intervals, in minutes. */
	static WorkingWeek week(String zone, int... minutes) {
		List<WorkingWeek.Interval> intervals = new java.util.ArrayList<>();
		for (int i = 0; i < minutes.length; i += 2) {
			intervals.add(new WorkingWeek.Interval(minutes[i], minutes[i + 1]));
		}
		Map<DayOfWeek, List<WorkingWeek.Interval>> days = new EnumMap<>(DayOfWeek.class);
		Arrays.stream(DayOfWeek.values()).forEach((day) -> days.put(day, intervals));
		return new WorkingWeek(ZoneId.of(zone), days, null, Set.of());
	}

}
