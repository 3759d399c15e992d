package org.tierline.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A site changes its hours or its zone: what passed before counts as it was. */
class ChangedCalendarTests {

	private static final Instant SPRING = Instant.parse("2026-03-01T00:00:00Z");

	@Property(tries = 500)
	void eachCalendarCountsUntilTheNext(@ForAll("weeks") WorkingWeek first, @ForAll("weeks") WorkingWeek second,
			@ForAll("weeks") WorkingWeek last, @ForAll @IntRange(max = 300_000) int start,
			@ForAll @IntRange(max = 4_000) int until, @ForAll @IntRange(max = 4_000) int more,
			@ForAll @IntRange(max = 9_000) int length) {
		Instant from = SPRING.plus(start, ChronoUnit.MINUTES);
		Instant to = from.plus(length, ChronoUnit.MINUTES);
		Instant one = from.plus(until - 500, ChronoUnit.MINUTES);
		Instant two = one.plus(more, ChronoUnit.MINUTES);
		WorkingTime time = WorkingTime.inTurn(List.of(new WorkingTime.Until(one, WorkingTime.of(first)),
				new WorkingTime.Until(two, WorkingTime.of(second))), WorkingTime.of(last));
		long counted = WorkingTimePropertyTests.counted(first, from, earlier(one, to))
				+ WorkingTimePropertyTests.counted(second, later(one, from), earlier(two, to))
				+ WorkingTimePropertyTests.counted(last, later(two, from), to);
		assertThat(time.between(from, to)).isEqualTo(Duration.ofMinutes(counted));
		if (counted > 0) {
			Instant due = time.due(from, Duration.ofMinutes(counted));
			assertThat(due).isBeforeOrEqualTo(to);
			assertThat(time.between(from, due)).isEqualTo(Duration.ofMinutes(counted));
			assertThat(time.between(from, due.minusNanos(1))).isLessThan(Duration.ofMinutes(counted));
		}
	}

	/** A site of nine to five moves from UTC to India on a Tuesday at noon. */
	@Test
	void aMoveToAnotherZoneIsCountedByHand() {
		Instant noon = Instant.parse("2026-11-24T12:00:00Z");
		WorkingTime time = WorkingTime.inTurn(
				List.of(new WorkingTime.Until(noon, WorkingTimeTests.office("UTC", null, Set.of()))),
				WorkingTimeTests.office("Asia/Kolkata", null, Set.of()));
		// Monday 7 h and Tuesday 3 h in UTC; in Kolkata it is 17:30 then: 2 h on
		// Wednesday.
		assertThat(time.due(Instant.parse("2026-11-23T10:00:00Z"), Duration.ofHours(12)))
			.isEqualTo("2026-11-25T05:30:00Z");
	}

	@Provide
	Arbitrary<WorkingWeek> weeks() {
		return new WorkingTimePropertyTests().weeks();
	}

	private static Instant earlier(Instant a, Instant b) {
		return a.isBefore(b) ? a : b;
	}

	private static Instant later(Instant a, Instant b) {
		return a.isAfter(b) ? a : b;
	}

}
