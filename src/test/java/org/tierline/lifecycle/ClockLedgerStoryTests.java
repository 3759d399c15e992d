package org.tierline.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.ClockLedger;
import org.tierline.cases.ClockLedger.Segment;
import org.tierline.cases.ClockState;
import org.tierline.cases.Impact;
import org.tierline.cases.Urgency;
import org.tierline.cases.Worked;
import org.tierline.customers.Plan;
import org.tierline.customers.Site;
import org.tierline.sla.Span;
import org.tierline.sla.Target;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Whatever happens to a case, a person can add up its deadlines. */
@ProcessStory
class ClockLedgerStoryTests {

	@Autowired
	Story story;

	@Autowired
	Repromising repromising;

	@Autowired
	CaseTaskFacts forms;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void aWorkingMonday() {
		this.story.clock.moveTo(Story.MONDAY);
	}

	@Test
	void aFreshPromiseLiesAheadAsAWhole() {
		CaseNumber number = this.story.openedHighPremium();
		ClockLedger resolution = clock(number, Target.RESOLUTION);
		assertThat(resolution.promised()).isEqualTo(Duration.ofHours(24));
		assertThat(resolution.tableVersion()).isPositive();
		assertThat(spans(resolution.ahead())).first()
			.isEqualTo(new Span(Story.MONDAY, Story.MONDAY.plus(Duration.ofHours(7))));
		assertThat(spans(resolution.ahead())).last().extracting(Span::end).isEqualTo(resolution.reading().dueAt());
		assertAddsUp(number);
	}

	@Test
	void aPauseHasItsReasonAndCountsNothing() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.passes(Duration.ofHours(2), number);
		this.story.complete(number, "TriageCase", "outcome", "ask", "message", "Which version?");
		this.story.passes(Duration.ofHours(20), number);
		assertThat(clock(number, Target.RESOLUTION).segments()).last()
			.extracting(Segment::kind, Segment::to, Segment::reason)
			.containsExactly("paused", null, "waiting for the customer");
		this.story.process.customerWrites(number, "12.1");
		this.story.passes(Duration.ofHours(5), number);
		assertThat(clock(number, Target.RESOLUTION).segments())
			.extracting(Segment::kind, Segment::working, Segment::reason)
			.containsExactly(tuple("running", Duration.ofHours(2), null),
					tuple("paused", Duration.ZERO, "waiting for the customer"),
					tuple("running", Duration.ofHours(4), null));
		assertAddsUp(number);
	}

	/** F8: a new severity keeps what was used, and the pause. */
	@Test
	void f8ANewSeverityCarriesUsedTimeAndPausesOver() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.passes(Duration.ofHours(2), number);
		this.story.complete(number, "TriageCase", "outcome", "ask", "message", "Which version?");
		this.story.passes(Duration.ofHours(2), number);
		this.story.process.customerWrites(number, "12.1");
		this.story.passes(Duration.ofHours(1), number);
		this.story.process.revise(number, Impact.EVERYONE, Urgency.STOPPED, "the whole site");
		ClockLedger resolution = clock(number, Target.RESOLUTION);
		assertThat(resolution.promised()).isEqualTo(Duration.ofHours(12));
		assertThat(resolution.used()).isEqualTo(Duration.ofHours(3));
		assertAddsUp(number);
	}

	@Test
	void anAnswerBeginsANewPeriodOfTheUpdateClock() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.process.staffWrites(number, "We look into it.", false);
		this.story.passes(Duration.ofHours(3), number);
		this.story.process.staffWrites(number, "Still looking.", false);
		this.story.passes(Duration.ofHours(1), number);
		ClockLedger update = clock(number, Target.UPDATE);
		assertThat(update.used()).isEqualTo(Duration.ofHours(1));
		assertThat(update.segments()).extracting(Segment::working)
			.containsExactly(Duration.ofHours(3), Duration.ofHours(1));
		assertAddsUp(number);
	}

	@Test
	void eachLevelOfADeadlineStandsInTheLedgerOnce() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.passes(Duration.ofDays(3), number);
		ClockLedger response = clock(number, Target.RESPONSE);
		assertThat(response.alarms()).extracting(ClockLedger.Alarm::level).containsExactly("warned", "breached");
		assertThat(response.reading().state()).isEqualTo(ClockState.BREACHED);
		assertThat(response.ahead().stretches()).isEmpty();
		assertThat(response.remark()).isEqualTo("more is used than is allowed");
	}

	@Test
	void aClockThatIsOverHasNothingAhead() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.passes(Duration.ofHours(2), number);
		this.story.process.withdraw(number, "not needed any more");
		assertThat(this.story.cases.clocks(number)).allSatisfy((clock) -> {
			assertThat(clock.ahead().stretches()).isEmpty();
			assertThat(clock.segments()).allSatisfy((segment) -> assertThat(segment.to()).isNotNull());
		});
	}

	/** Friday afternoon in India, with a holiday: a deadline that is added up by hand. */
	@Test
	void theHolidayOfAnotherZoneIsNoWorkingTime() {
		String company = this.story.company(Plan.PREMIUM, false);
		this.story.companies.change(company, Plan.PREMIUM, false,
				Site.of("Asia/Kolkata", null, null, List.of("2026-11-24"), ZoneOffset.UTC));
		// 15:30 in Kolkata: 1.5 h are left of Monday, Tuesday is free.
		CaseNumber number = this.story.opened(company, Impact.SEVERAL, Urgency.STOPPED, null);
		ClockLedger response = clock(number, Target.RESPONSE);
		assertThat(spans(response.ahead())).containsExactly(span("2026-11-23T10:00:00Z", "2026-11-23T11:30:00Z"),
				span("2026-11-25T03:30:00Z", "2026-11-25T11:30:00Z"),
				span("2026-11-26T03:30:00Z", "2026-11-26T06:00:00Z"));
		assertThat(response.reading().dueAt()).isEqualTo("2026-11-26T06:00:00Z");
		assertThat(HtmlUtils
			.htmlUnescape(this.forms.of(SupportCaseModel.KEY, number.value(), "TriageCase").get("dues").toString()))
			.startsWith("First answer due Thu 26 Nov 2026, 11:30 (UTC+05:30,\u00a0Asia/Kolkata)");
	}

	/** Seconds only; but whoever asks meanwhile is told. */
	@Test
	void aChangeThatIsNotFollowedYetIsSaid() {
		String company = this.story.company(Plan.PREMIUM, false);
		CaseNumber number = this.story.opened(company, Impact.SEVERAL, Urgency.STOPPED, null);
		this.story.passes(Duration.ofHours(1), number);
		this.story.companies.change(company, Plan.PREMIUM, false,
				Site.of("America/New_York", null, null, null, ZoneOffset.UTC));
		this.story.passes(Duration.ofMinutes(1), number);
		assertThat(clock(number, Target.RESOLUTION).remark()).contains("follows within seconds");
		this.repromising.work();
		assertThat(clock(number, Target.RESOLUTION).remark()).isNull();
		assertAddsUp(number);
	}

	@Test
	void whatTheCalendarsDoNotExplainIsShown() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.passes(Duration.ofHours(2), number);
		this.story.complete(number, "TriageCase", "outcome", "ask", "message", "Which version?");
		this.jdbc.sql("""
				update clock_segment set working_ms = working_ms + 1 where clock_id in
				(select id from clock where case_id = ?)""").param(number.id()).update();
		assertThat(clock(number, Target.RESOLUTION).segments().get(0).unexplained()).isEqualTo(Duration.ofMillis(1));
	}

	private static Span span(String from, String to) {
		return new Span(Instant.parse(from), Instant.parse(to));
	}

	private ClockLedger clock(CaseNumber number, Target target) {
		return this.story.cases.clocks(number)
			.stream()
			.filter((clock) -> clock.reading().target() == target)
			.findFirst()
			.orElseThrow();
	}

	private static List<Span> spans(Worked worked) {
		return worked.stretches()
			.stream()
			.map((one) -> new Span(one.from().toInstant(), one.to().toInstant()))
			.toList();
	}

	private void assertAddsUp(CaseNumber number) {
		assertThat(this.story.cases.clocks(number)).filteredOn((clock) -> clock.reading().state() == ClockState.RUNNING)
			.isNotEmpty()
			.allSatisfy(ByHand::addsUp);
	}

}
