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

	private static ReleaseTrain train(String from, int everyWeeks, int freeze, String country, int ahead) {
		return new ReleaseTrain("Player", ReleaseKind.PATCH, Track.REGULAR, DayOfWeek.TUESDAY, everyWeeks,
				LocalDate.parse(from), freeze, ZoneId.of("Europe/Vienna"), country, ahead);
	}

	private static ReleaseTrain.Stop stop(String day, String plannedFor, String freezeAt) {
		return new ReleaseTrain.Stop("Player " + day, LocalDate.parse(day), LocalDate.parse(plannedFor),
				Instant.parse(freezeAt));
	}

}
