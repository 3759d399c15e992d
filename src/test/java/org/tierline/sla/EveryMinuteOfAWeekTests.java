package org.tierline.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A case opened at every minute of a week, against a list of all minutes that are worked.
 * In each of the weeks the clocks change.
 */
class EveryMinuteOfAWeekTests {

	private static final int WEEK = 7 * 24 * 60;

	@ParameterizedTest
	@CsvSource({ "Europe/Berlin, 2026-10-19", "Europe/Berlin, 2026-03-23", "Australia/Lord_Howe, 2026-03-30",
			"America/New_York, 2026-03-02", "Africa/Cairo, 2026-10-26", "Pacific/Apia, 2011-12-26" })
	void itsDueAndWarningInstantsAreThoseOfTheOracle(ZoneId zone, LocalDate monday) {
		WorkingWeek week = week(zone, monday.plusDays(9));
		WorkingTime time = WorkingTime.of(week);
		Instant start = monday.atStartOfDay(zone).toInstant();
		int[] worked = worked(week, start);
		int next = 0;
		for (int minute = 0; minute < WEEK; minute++) {
			while (worked[next] < minute) {
				next++;
			}
			Instant opened = start.plus(minute, ChronoUnit.MINUTES);
			TargetClock clock = TargetClock.start(Target.RESOLUTION, CalendarKind.SITE, Duration.ofHours(12), time,
					opened);
			assertThat(clock.dueAt()).as(opened.toString()).isEqualTo(end(start, worked[next + 719]));
			assertThat(clock.warnAt()).as(opened.toString()).isEqualTo(end(start, worked[next + 539]));
			assertThat(time.between(start, opened)).isEqualTo(Duration.ofMinutes(next));
		}
	}

	private static Instant end(Instant start, int minute) {
		return start.plus(minute + 1L, ChronoUnit.MINUTES);
	}

	/** Every worked minute since the start, asked for its local time, of three weeks. */
	private static int[] worked(WorkingWeek week, Instant start) {
		List<Integer> minutes = new ArrayList<>();
		for (int minute = 0; minute < 3 * WEEK; minute++) {
			LocalDateTime local = LocalDateTime.ofInstant(start.plus(minute, ChronoUnit.MINUTES), week.zone());
			int ofDay = local.getHour() * 60 + local.getMinute();
			if (!week.holidays().contains(local.toLocalDate()) && week.intervals()
				.getOrDefault(local.getDayOfWeek(), List.of())
				.stream()
				.anyMatch((one) -> one.fromMinute() <= ofDay && ofDay < one.toMinute())) {
				minutes.add(minute);
			}
		}
		return minutes.stream().mapToInt(Integer::intValue).toArray();
	}

	/** A lunch break, a short Friday, and nights at the weekend, when clocks change. */
	private static WorkingWeek week(ZoneId zone, LocalDate holiday) {
		Map<DayOfWeek, List<WorkingWeek.Interval>> days = new EnumMap<>(DayOfWeek.class);
		for (DayOfWeek day : DayOfWeek.values()) {
			days.put(day, List.of(new WorkingWeek.Interval(540, 720), new WorkingWeek.Interval(780, 1020)));
		}
		days.put(DayOfWeek.THURSDAY, List.of(new WorkingWeek.Interval(0, 1440)));
		days.put(DayOfWeek.FRIDAY, List.of(new WorkingWeek.Interval(0, 95), new WorkingWeek.Interval(540, 745)));
		days.put(DayOfWeek.SUNDAY, List.of(new WorkingWeek.Interval(85, 155), new WorkingWeek.Interval(1380, 1440)));
		days.remove(DayOfWeek.SATURDAY);
		return new WorkingWeek(zone, days, null, Set.of(holiday));
	}

}
