package org.tierline.customers;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An abbreviation such as IST means three zones; offset and name mean one. */
class WallClockTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2026-11-25T11:30:00Z | Asia/Kolkata        | Wed 25 Nov 2026, 17:00 (UTC+05:30, Asia/Kolkata)
			2026-11-25T11:30:00Z | Asia/Jerusalem      | Wed 25 Nov 2026, 13:30 (UTC+02:00, Asia/Jerusalem)
			2026-07-01T11:30:00Z | Europe/Dublin       | Wed 1 Jul 2026, 12:30 (UTC+01:00, Europe/Dublin)
			2026-11-25T11:30:00Z | Europe/Dublin       | Wed 25 Nov 2026, 11:30 (UTC, Europe/Dublin)
			2026-07-01T11:30:00Z | Australia/Lord_Howe | Wed 1 Jul 2026, 22:00 (UTC+10:30, Australia/Lord_Howe)
			2026-11-25T11:30:00Z | UTC                 | Wed 25 Nov 2026, 11:30 (UTC)
			2026-11-25T11:30:00Z | Z                   | Wed 25 Nov 2026, 11:30 (UTC)
			2026-11-25T11:30:00Z | -03:00              | Wed 25 Nov 2026, 08:30 (UTC-03:00)
			""")
	void offsetAndNameOfTheZoneStandBesideTheTime(Instant at, String zone, String words) {
		assertThat(WallClock.read(at, ZoneId.of(zone))).isEqualTo(words);
	}

	@Test
	void theDayOfAReleaseHasNoZone() {
		assertThat(WallClock.readDay(java.time.LocalDate.of(2026, 12, 24))).isEqualTo("Thursday 24 December 2026");
	}

	@Test
	void lettersWriteDaysAndMonthsInFull() {
		assertThat(WallClock.readInFull(Instant.parse("2026-11-25T11:30:00Z"), ZoneId.of("Asia/Kolkata")))
			.isEqualTo("Wednesday 25 November 2026, 17:00 (UTC+05:30, Asia/Kolkata)");
	}

}
