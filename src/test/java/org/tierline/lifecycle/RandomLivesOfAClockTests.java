package org.tierline.lifecycle;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.ClockLedger;
import org.tierline.cases.ClockState;
import org.tierline.cases.Impact;
import org.tierline.cases.Status;
import org.tierline.cases.Urgency;
import org.tierline.customers.Plan;
import org.tierline.customers.Site;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever happens to a case, in whatever order, each of its deadlines can be added up to
 * the millisecond.
 */
@ProcessStory
class RandomLivesOfAClockTests {

	private static final List<String> ZONES = List.of("Europe/Vienna", "Asia/Kolkata", "Australia/Lord_Howe",
			"America/New_York", "UTC", "Pacific/Apia");

	private static final List<String> COUNTRIES = List.of("AT", "IN", "AU", "US", "GB", "WS");

	private static final List<List<String>> DAYS = List.of(List.of("09:00-17:00"),
			List.of("08:30-12:00", "13:15-17:45"), List.of("00:00-24:00"), List.of("22:00-24:00"), List.of(),
			List.of("00:00-02:30", "10:00-11:00"));

	@Autowired
	Story story;

	@Autowired
	Repromising repromising;

	@BeforeEach
	void aWorkingMonday() {
		this.story.clock.moveTo(Story.MONDAY);
	}

	/** Some lives are always the same, some are new each time; the name is the seed. */
	static LongStream lives() {
		return LongStream.concat(LongStream.range(0, 10), new Random().longs(4));
	}

	@ParameterizedTest
	@MethodSource("lives")
	void everyDeadlineAddsUp(long seed) {
		Random random = new Random(seed);
		String company = this.story.company(one(random, List.of(Plan.values())), false);
		moves(company, random);
		CaseNumber number = this.story.opened(company, one(random, List.of(Impact.values())),
				one(random, List.of(Urgency.values())), null);
		for (int i = 0; i < 12; i++) {
			this.story.passes(Duration.ofMillis(random.nextLong(Duration.ofHours(30).toMillis())), number);
			assertAddsUp(number);
			happens(company, number, random);
			assertAddsUp(number);
		}
	}

	private void happens(String company, CaseNumber number, Random random) {
		Status status = this.story.status(number);
		switch (random.nextInt(6)) {
			case 0 -> moves(company, random);
			case 1 -> this.story.process.customerWrites(number, "There is more to it.");
			case 2 -> writes(number, status);
			case 3 -> asks(number, status);
			case 4 -> revises(number, status, random);
			default -> endsOrComesBack(number, status);
		}
	}

	private void moves(String company, Random random) {
		Map<String, List<String>> hours = Map.of("monday", one(random, DAYS), "tuesday", one(random, DAYS), "wednesday",
				one(random, DAYS), "thursday", List.of("09:00-17:00"), "friday", one(random, DAYS), "sunday",
				one(random, DAYS));
		String holiday = this.story.clock.instant()
			.atZone(ZoneOffset.UTC)
			.toLocalDate()
			.plusDays(random.nextInt(-4, 9))
			.toString();
		this.story.companies.change(company, one(random, List.of(Plan.values())), false, Site.of(one(random, ZONES),
				random.nextBoolean() ? one(random, COUNTRIES) : null, hours, List.of(holiday), ZoneOffset.UTC));
		this.repromising.work();
	}

	private void writes(CaseNumber number, Status status) {
		if (status == Status.OPEN) {
			this.story.process.staffWrites(number, "We look into it.", false);
		}
	}

	private void asks(CaseNumber number, Status status) {
		if (status == Status.OPEN) {
			this.story.complete(number, task(number), "outcome", "ask", "message", "Which version?");
		}
	}

	private void revises(CaseNumber number, Status status, Random random) {
		if (status != Status.RESOLVED && status != Status.CLOSED) {
			this.story.process.revise(number, one(random, List.of(Impact.values())),
					one(random, List.of(Urgency.values())), "looked at again");
		}
	}

	private void endsOrComesBack(CaseNumber number, Status status) {
		if (status == Status.RESOLVED || status == Status.CLOSED) {
			this.story.process.reopen(number, "it is back");
		}
		else if (status == Status.OPEN) {
			String task = task(number);
			this.story.complete(number, task, "outcome", task.equals("TriageCase") ? "answer" : "solve", "message",
					"Install 12.1.", "resolutionKind", "fix");
		}
	}

	private String task(CaseNumber number) {
		return this.story.openTasks(number).contains("TriageCase") ? "TriageCase" : "InvestigateCase";
	}

	private void assertAddsUp(CaseNumber number) {
		assertThat(this.story.cases.clocks(number)).isNotEmpty().allSatisfy((clock) -> {
			ByHand.addsUp(clock);
			if (clock.reading().state() == ClockState.RUNNING) {
				assertEndsWhenDue(clock);
			}
		});
	}

	private static void assertEndsWhenDue(ClockLedger clock) {
		if (!clock.ahead().stretches().isEmpty() && clock.ahead().rest() == null) {
			assertThat(clock.ahead().stretches().get(clock.ahead().stretches().size() - 1).to().toInstant())
				.isEqualTo(clock.reading().dueAt());
		}
	}

	private static <T> T one(Random random, List<T> all) {
		return all.get(random.nextInt(all.size()));
	}

}
