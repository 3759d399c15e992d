package org.tierline.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import org.tierline.customers.FormerSite;
import org.tierline.customers.Site;
import org.tierline.sla.CalendarKind;
import org.tierline.sla.FreeDay;
import org.tierline.sla.WorkingTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The stretches of a clock: by the site of their time, and no endless list. */
class WorkedTests {

	private static final Instant SPRING = Instant.parse("2026-03-01T00:00:00Z");

	private static final Site VIENNA = site("Europe/Vienna", "AT", List.of("09:00-12:00", "13:00-17:00"));

	private static final Site HOWE = site("Australia/Lord_Howe", null, List.of("00:00-02:30", "22:00-24:00"));

	private static final Site KOLKATA = site("Asia/Kolkata", "IN", List.of("09:00-17:00"));

	@Property(tries = 300)
	void stretchesAndRestAreWhatPasses(@ForAll @IntRange(max = 500_000) int start,
			@ForAll @IntRange(max = 900_000) int length, @ForAll @IntRange(max = 300_000) int first,
			@ForAll @IntRange(max = 300_000) int second) {
		Instant from = SPRING.plus(start, ChronoUnit.MINUTES);
		Instant to = from.plus(length, ChronoUnit.MINUTES);
		Instant one = from.plus(first - 1_000, ChronoUnit.MINUTES);
		Instant two = one.plus(second, ChronoUnit.MINUTES);
		SiteHistory sites = new SiteHistory(List.of(new FormerSite(one, VIENNA), new FormerSite(two, HOWE)), KOLKATA);
		WorkingTime time = WorkingTime.inTurn(
				List.of(new WorkingTime.Until(one, SiteTime.of(VIENNA)), new WorkingTime.Until(two, SiteTime.of(HOWE))),
				SiteTime.of(KOLKATA));
		Worked worked = Worked.of(sites, CalendarKind.SITE, from, to);
		assertThat(worked.total()).isEqualTo(time.between(from, to));
		assertThat(worked.stretches()).hasSizeLessThanOrEqualTo(Worked.MOST)
			.allSatisfy((stretch) -> assertThat(stretch.from().getZone())
				.isEqualTo(zone(stretch.from().toInstant(), one, two)));
		assertThat(Worked.of(sites, CalendarKind.ALWAYS, from, to).total()).isEqualTo(Duration.between(from, to));
	}

	private static ZoneId zone(Instant instant, Instant one, Instant two) {
		return (instant.isBefore(one) ? VIENNA : instant.isBefore(two) ? HOWE : KOLKATA).timeZone();
	}

	/** Two stretches a day; fifty days are listed, what follows is one sum. */
	@Test
	void aLongSegmentIsListedInPartAndSummedUpForTheRest() {
		Instant monday = Instant.parse("2026-03-02T00:00:00Z");
		Worked worked = Worked.of(new SiteHistory(List.of(), VIENNA), CalendarKind.SITE, monday,
				monday.plus(Duration.ofDays(7 * 20)));
		assertThat(worked.stretches()).hasSize(100);
		// 20 weeks have 100 weekdays; free are Easter Monday, 1 May, Ascension, Whit
		// Monday, Corpus Christi.
		assertThat(worked.rest().stretches()).isEqualTo(90);
		assertThat(worked.rest().days()).isEqualTo(45);
		assertThat(worked.rest().working()).isEqualTo(Duration.ofHours(45 * 7));
		assertThat(worked.total()).isEqualTo(Duration.ofHours(95 * 7));
	}

	@Test
	void theCalendarsNameZoneAndHolidaysOfTheirTime() {
		Instant change = Instant.parse("2026-12-25T12:00:00Z");
		CalendarsUsed used = new CalendarsUsed(new SiteHistory(List.of(new FormerSite(change, VIENNA)), KOLKATA));
		used.add(CalendarKind.SITE, Instant.parse("2026-12-22T08:00:00Z"), Instant.parse("2026-12-23T08:00:00Z"));
		used.add(CalendarKind.SITE, Instant.parse("2026-12-24T08:00:00Z"), Instant.parse("2027-01-27T08:00:00Z"));
		assertThat(used.all()).extracting((one) -> one.site().timeZone().getId(), ClockLedger.Calendar::to)
			.containsExactly(tuple("Europe/Vienna", change),
					tuple("Asia/Kolkata", Instant.parse("2027-01-27T08:00:00Z")));
		assertThat(used.all().get(0).holidays()).extracting(FreeDay::date, FreeDay::name)
			.containsExactly(tuple(java.time.LocalDate.of(2026, 12, 25), "Christmas"));
		assertThat(used.all().get(1).holidays()).extracting(FreeDay::name).contains("Republic Day");
	}

	private static Site site(String zone, String country, List<String> hours) {
		return Site.of(zone, country,
				Map.of("monday", hours, "tuesday", hours, "wednesday", hours, "thursday", hours, "friday", hours), null,
				ZoneOffset.UTC);
	}

}
