package org.tierline.bench;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

import org.tierline.sla.WorkingTime;
import org.tierline.sla.WorkingWeek;

/**
 * When a target of 120 working hours is due: three weeks with a lunch break, the public
 * holidays of a country and two of the company's own, from ever other moments of a year.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DueAt {

	private final WorkingTime time = WorkingTime.of(new WorkingWeek(ZoneId.of("Europe/Berlin"), week(), "DE",
			Set.of(LocalDate.parse("2026-12-24"), LocalDate.parse("2026-12-31"))));

	private final Instant year = Instant.parse("2026-01-01T00:00:00Z");

	private long minute;

	private static Map<DayOfWeek, List<WorkingWeek.Interval>> week() {
		Map<DayOfWeek, List<WorkingWeek.Interval>> week = new EnumMap<>(DayOfWeek.class);
		for (DayOfWeek day : List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY,
				DayOfWeek.FRIDAY)) {
			week.put(day,
					List.of(new WorkingWeek.Interval(9 * 60, 12 * 60), new WorkingWeek.Interval(13 * 60, 18 * 60)));
		}
		return week;
	}

	@Benchmark
	public Instant dueAt() {
		this.minute = (this.minute + 7_919) % (365 * 24 * 60);
		return this.time.due(this.year.plusSeconds(60 * this.minute), Duration.ofHours(120));
	}

	static Row row(Size size) throws Exception {
		int seconds = size.quick() ? 1 : 3;
		RunResult result = new Runner(new OptionsBuilder().include(DueAt.class.getName() + ".dueAt")
			.forks(1)
			.warmupIterations(2)
			.warmupTime(TimeValue.seconds(seconds))
			.measurementIterations(size.rounds())
			.measurementTime(TimeValue.seconds(seconds))
			.jvmArgs("-Duser.timezone=UTC")
			.build()).runSingle();
		double micros = result.getPrimaryResult().getScore();
		return new Row("`dueAt` of a 120-hour target with holidays", "", Spread.number(micros) + " us (JMH)", "",
				"under 5 us", micros < 5);
	}

}
