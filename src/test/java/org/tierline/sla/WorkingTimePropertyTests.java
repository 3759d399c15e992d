package org.tierline.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** The arithmetic against a slow oracle that steps through time minute by minute. */
class WorkingTimePropertyTests {

	private static final Instant SPRING = Instant.parse("2026-03-01T00:00:00Z");

	@Property(tries = 400)
	void whatPassesBetweenTwoInstantsIsWhatTheOracleCounts(@ForAll("weeks") WorkingWeek week,
			@ForAll @IntRange(max = 400_000) int start, @ForAll @IntRange(max = 15_000) int length) {
		Instant from = SPRING.plus(start, ChronoUnit.MINUTES);
		Instant to = from.plus(length, ChronoUnit.MINUTES);
		assertThat(WorkingTime.of(week).between(from, to)).isEqualTo(Duration.ofMinutes(counted(week, from, to)));
	}

	/**
	 * F17, and its neighbours: intervals that begin or end in the hour that is repeated.
	 */
	@Property(tries = 4000)
	void aroundATransitionEveryMinuteCountsAsItsWallClockSays(@ForAll("weeks") WorkingWeek week,
			@ForAll @IntRange(min = 1995, max = 2035) int year, @ForAll @IntRange(max = 2_880) int before,
			@ForAll @IntRange(max = 5_000) int length) {
		ZoneOffsetTransition change = week.zone()
			.getRules()
			.nextTransition(LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC));
		Assume.that(change != null);
		Instant from = change.getInstant().minus(before, ChronoUnit.MINUTES);
		Instant to = from.plus(length, ChronoUnit.MINUTES);
		long counted = counted(week, from, to);
		WorkingTime time = WorkingTime.of(week);
		assertThat(time.between(from, to)).isEqualTo(Duration.ofMinutes(counted));
		if (counted > 0) {
			Instant due = time.due(from, Duration.ofMinutes(counted));
			assertThat(due).isBeforeOrEqualTo(to);
			assertThat(counted(week, from, due)).isEqualTo(counted);
			assertThat(counted(week, from, due.minus(1, ChronoUnit.MINUTES))).isEqualTo(counted - 1);
		}
	}

	@Property(tries = 1000)
	void aDueInstantIsTheFirstByWhichTheTimeHasPassed(@ForAll("weeks") WorkingWeek week,
			@ForAll @IntRange(max = 400_000) int start, @ForAll @IntRange(min = 1, max = 9_000) int wanted) {
		int working = withinTheSearch(week, wanted);
		WorkingTime time = WorkingTime.of(week);
		Instant from = SPRING.plus(start, ChronoUnit.MINUTES);
		Instant due = time.due(from, Duration.ofMinutes(working));
		assertThat(time.between(from, due)).isEqualTo(Duration.ofMinutes(working));
		assertThat(time.between(from, due.minusNanos(1))).isLessThan(Duration.ofMinutes(working));
	}

	@Property(tries = 1000)
	void pausesAreLeftOutAsTheOracleCounts(@ForAll("weeks") WorkingWeek week,
			@ForAll @IntRange(max = 400_000) int start, @ForAll @IntRange(max = 9_000) int length,
			@ForAll @Size(max = 6) List<@IntRange(max = 12_000) Integer> edges) {
		Instant from = SPRING.plus(start, ChronoUnit.MINUTES);
		Instant to = from.plus(length, ChronoUnit.MINUTES);
		List<Span> pauses = new ArrayList<>();
		for (int i = 0; i + 1 < edges.size(); i += 2) {
			pauses.add(new Span(from.plus(edges.get(i) - 1000, ChronoUnit.MINUTES),
					from.plus(edges.get(i + 1) - 1000, ChronoUnit.MINUTES)));
		}
		long counted = 0;
		for (Instant minute = from; minute.isBefore(to); minute = minute.plus(1, ChronoUnit.MINUTES)) {
			Instant now = minute;
			boolean stands = pauses.stream().anyMatch((p) -> !now.isBefore(p.start()) && now.isBefore(p.end()));
			counted += stands ? 0 : counted(week, now, now.plus(1, ChronoUnit.MINUTES));
		}
		WorkingTime time = WorkingTime.of(week);
		assertThat(Pauses.of(pauses).between(time, from, to)).isEqualTo(Duration.ofMinutes(counted));
		if (counted > 0) {
			Instant due = Pauses.of(pauses).due(time, from, Duration.ofMinutes(counted));
			assertThat(due).isBeforeOrEqualTo(to);
			assertThat(Pauses.of(pauses).between(time, from, due)).isEqualTo(Duration.ofMinutes(counted));
			assertThat(Pauses.of(pauses).between(time, from, due.minusNanos(1)))
				.isLessThan(Duration.ofMinutes(counted));
		}
	}

	@Property(tries = 500)
	void theStretchesOfADeadlineAddUpToThePromise(@ForAll("weeks") WorkingWeek week,
			@ForAll @IntRange(max = 400_000) int start, @ForAll @IntRange(min = 1, max = 9_000) int wanted) {
		int working = withinTheSearch(week, wanted);
		WorkingTime time = WorkingTime.of(week);
		Instant from = SPRING.plus(start, ChronoUnit.MINUTES);
		Instant due = time.due(from, Duration.ofMinutes(working));
		List<Span> spans = time.spans(from, due);
		assertThat(spans.stream()
			.map((span) -> Duration.between(span.start(), span.end()))
			.reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofMinutes(working));
		assertThat(spans.get(spans.size() - 1).end()).isEqualTo(due);
		for (int i = 1; i < spans.size(); i++) {
			assertThat(spans.get(i).start()).isAfter(spans.get(i - 1).end());
		}
	}

	@Property(tries = 1000)
	void twoStretchesAddUp(@ForAll("weeks") WorkingWeek week, @ForAll @IntRange(max = 400_000) int start,
			@ForAll @IntRange(max = 20_000) int first, @ForAll @IntRange(max = 20_000) int second) {
		WorkingTime time = WorkingTime.of(week);
		Instant from = SPRING.plus(start, ChronoUnit.MINUTES);
		Instant middle = from.plus(first, ChronoUnit.MINUTES);
		Instant to = middle.plus(second, ChronoUnit.MINUTES);
		assertThat(time.between(from, middle).plus(time.between(middle, to))).isEqualTo(time.between(from, to));
	}

	/** F21: what lies beyond the search is refused and not looked for without end. */
	@Property(tries = 50)
	void whatDoesNotFitIntoTenYearsIsRefused(@ForAll("weeks") WorkingWeek week,
			@ForAll @IntRange(max = 400_000) int start) {
		Instant from = SPRING.plus(start, ChronoUnit.MINUTES);
		WorkingTime time = WorkingTime.of(week);
		Duration tooMuch = time.between(from, from.plus(WorkingTime.FARTHEST).plus(Duration.ofDays(1))).plusNanos(1);
		assertThatIllegalStateException().isThrownBy(() -> time.due(from, tooMuch));
	}

	/**
	 * A week of 15 minutes has not worked 9,000 in ten years; a few holidays go off too.
	 */
	private static int withinTheSearch(WorkingWeek week, int wanted) {
		int weekly = week.intervals()
			.values()
			.stream()
			.flatMap(List::stream)
			.mapToInt((one) -> one.toMinute() - one.fromMinute())
			.sum();
		return Math.min(wanted, weekly * 400);
	}

	@Property
	void roundTheClockEveryNanosecondCounts(@ForAll @LongRange(max = 400L * 86_400) long start,
			@ForAll @LongRange(min = 1, max = 500L * 86_400_000_000_000L) long working,
			@ForAll @LongRange(max = 86_400_000_000_000L) long pause) {
		Instant from = SPRING.plusSeconds(start).plusNanos(working % 1_000);
		WorkingTime time = WorkingTime.always();
		assertThat(time.due(from, Duration.ofNanos(working))).isEqualTo(from.plusNanos(working));
		assertThat(time.between(from, from.plusNanos(working))).isEqualTo(Duration.ofNanos(working));
		Pauses pauses = Pauses.of(List.of(new Span(from, from.plusNanos(pause))));
		assertThat(pauses.due(time, from, Duration.ofNanos(working))).isEqualTo(from.plusNanos(working + pause));
	}

	@Provide
	Arbitrary<WorkingWeek> weeks() {
		Arbitrary<ZoneId> zones = Arbitraries
			.of("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Cairo",
					"Pacific/Auckland", "America/St_Johns", "America/Sao_Paulo", "America/Havana", "Asia/Beirut",
					"Antarctica/Troll", "America/Scoresbysund")
			.map(ZoneId::of);
		Arbitrary<Map<DayOfWeek, List<WorkingWeek.Interval>>> days = Arbitraries
			.maps(Arbitraries.of(DayOfWeek.class), intervals())
			.ofMinSize(1)
			.map((map) -> new EnumMap<>(map));
		Arbitrary<Set<LocalDate>> holidays = Arbitraries.integers()
			.between(60, 340)
			.map((day) -> LocalDate.ofYearDay(2026, day))
			.set()
			.ofMaxSize(5);
		return Combinators.combine(zones, days, holidays)
			.as((zone, map, free) -> new WorkingWeek(zone, map, null, free));
	}

	private static Arbitrary<List<WorkingWeek.Interval>> intervals() {
		return Arbitraries.integers().between(0, 96).set().ofMinSize(2).ofMaxSize(6).map((quarters) -> {
			List<Integer> ends = quarters.stream().sorted().toList();
			List<WorkingWeek.Interval> list = new ArrayList<>();
			for (int i = 0; i + 1 < ends.size(); i += 2) {
				list.add(new WorkingWeek.Interval(ends.get(i) * 15, ends.get(i + 1) * 15));
			}
			return list;
		});
	}

	/**
	 * Every minute is asked for its local time; all transitions and intervals lie on
	 * whole minutes.
	 */
	static long counted(WorkingWeek week, Instant from, Instant to) {
		long minutes = 0;
		for (Instant minute = from; minute.isBefore(to); minute = minute.plus(1, ChronoUnit.MINUTES)) {
			LocalDateTime local = LocalDateTime.ofInstant(minute, week.zone());
			int ofDay = local.getHour() * 60 + local.getMinute();
			boolean works = !week.holidays().contains(local.toLocalDate()) && week.intervals()
				.getOrDefault(local.getDayOfWeek(), List.of())
				.stream()
				.anyMatch((one) -> one.fromMinute() <= ofDay && ofDay < one.toMinute());
			minutes += works ? 1 : 0;
		}
		return minutes;
	}

}
