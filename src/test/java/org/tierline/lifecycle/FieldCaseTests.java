package org.tierline.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.ClockLedger;
import org.tierline.cases.ClockReading;
import org.tierline.cases.ClockState;
import org.tierline.cases.Impact;
import org.tierline.cases.Message;
import org.tierline.cases.Status;
import org.tierline.cases.Tier;
import org.tierline.cases.TimelineEntry;
import org.tierline.cases.Urgency;
import org.tierline.cases.What;
import org.tierline.customers.CompanyRefused;
import org.tierline.customers.Plan;
import org.tierline.customers.Site;
import org.tierline.sla.Target;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What went wrong with the clocks of other help desks, one test each, under the number of
 * its report. F15 is in WaveOfBreachesTests.
 */
@ProcessStory
@Import(EditedTable.class)
class FieldCaseTests {

	private static final int STANDARD_3 = 3;

	private static final int STANDARD_4 = 4;

	private static final Instant FRIDAY = Instant.parse("2026-11-27T15:00:00Z");

	@Autowired
	Story story;

	@Autowired
	Repromising repromising;

	@Autowired
	EditedTable table;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void aWorkingMonday() {
		this.story.clock.moveTo(Story.MONDAY);
	}

	@AfterEach
	void withTheShippedTable() {
		this.table.restore();
	}

	/** Whatever happened: the tables never say that time runs where nobody owes work. */
	@AfterEach
	void clocksRunOnlyWhereSomebodyOwesWork() {
		assertThat(clocks("status not in ('open', 'waiting-for-customer', 'waiting-for-patch') "
				+ "and coalesce(running_since, paused_since) is not null"))
			.isZero();
		assertThat(clocks("status = 'waiting-for-customer' and target <> 'response' and running_since is not null"))
			.isZero();
		assertThat(clocks("status = 'waiting-for-patch' and target = 'resolution' and running_since is not null"))
			.isZero();
		assertThat(clocks("(running_since is null) <> (due_at is null) and met_at is null")).isZero();
		assertThat(clocks("exists (select from clock_segment s where s.clock_id = clock.id and s.to_at < s.from_at)"))
			.isZero();
	}

	private long clocks(String where) {
		return this.jdbc.sql("select count(*) from clock join support_case on support_case.id = case_id where " + where)
			.query(Long.class)
			.single();
	}

	@Test
	void f01TheFirstPublicAnswerStopsTheResponseClockForGood() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.passes(Duration.ofHours(1), number);
		this.story.process.staffWrites(number, "Ask them for the log.", true);
		assertThat(clock(number, Target.RESPONSE).state()).isEqualTo(ClockState.RUNNING);
		this.story.process.staffWrites(number, "We look into it.", false);
		this.story.passes(Duration.ofHours(1), number);
		this.story.process.staffWrites(number, "Still looking.", false);
		assertThat(clock(number, Target.RESPONSE).state()).isEqualTo(ClockState.MET);
		assertThat(clock(number, Target.RESPONSE).metAt()).isEqualTo("2026-11-23T11:00:00Z");
	}

	@Test
	void f01AReachedCallStopsTheResponseClockAndAMissedOneDoesNot() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.complete(number, "TriageCase", "outcome", "call-back", "callBackAt", "2026-11-23T15:00:00Z");
		this.story.complete(number, "CallBack", "outcome", "not-reached", "callNote", "nobody there");
		assertThat(clock(number, Target.RESPONSE).state()).isEqualTo(ClockState.RUNNING);
		this.story.complete(number, "CallBack", "outcome", "reached", "callNote", "explained");
		assertThat(clock(number, Target.RESPONSE).state()).isEqualTo(ClockState.MET);
	}

	@Test
	void f02AnAnswerStartsTheUpdateClockAnew() {
		CaseNumber number = answered();
		assertThat(clock(number, Target.UPDATE).dueAt()).isEqualTo("2026-11-24T10:00:00Z");
		this.story.passes(Duration.ofHours(23), number);
		this.story.process.staffWrites(number, "Still looking.", false);
		assertThat(clock(number, Target.UPDATE).dueAt()).isEqualTo("2026-11-24T17:00:00Z");
		this.story.passes(Duration.ofHours(7), number);
		assertThat(this.story.timeline(number)).doesNotContain(What.BREACHED);
	}

	@Test
	void f03AShorterUpdateTargetWaitsForTheResponse() {
		CaseNumber number = this.story.openedHighPremium();
		assertThat(clock(number, Target.UPDATE).dueAt()).isNull();
		assertThat(clock(number, Target.UPDATE).state()).isEqualTo(ClockState.NONE);
		this.story.passes(Duration.ofHours(26), number);
		assertThat(this.story.timeline(number)).doesNotContain(What.BREACHED);
		this.story.process.staffWrites(number, "We look into it.", false);
		assertThat(clock(number, Target.UPDATE).dueAt()).isEqualTo("2026-11-25T12:00:00Z");
	}

	@Test
	void f04WhatIsPromisedNoMoreHasNeitherClockNorTimer() {
		CaseNumber number = this.story.opened(Plan.STANDARD, Impact.ONE, Urgency.QUESTION);
		this.table.row(STANDARD_4, null, null, null);
		assertThat(this.story.file(number).clocks().values()).extracting(ClockReading::state)
			.containsOnly(ClockState.NONE);
		assertThat(timers(number)).allSatisfy((job) -> assertThat(job.getDuedate()).isAfter("2900-01-01"));
		this.story.passes(Duration.ofDays(60), number);
		assertThat(this.story.timeline(number)).doesNotContain(What.WARNED, What.BREACHED, What.ESCALATED);
	}

	@Test
	void f05AClockThatTheTableDroppedStaysDroppedWhateverHappensToTheCase() {
		CaseNumber number = this.story.opened(Plan.STANDARD, Impact.ONE, Urgency.HINDERED);
		this.story.process.staffWrites(number, "We look into it.", false);
		withoutResolution(null);
		assertDropped(number);
		this.story.process.staffWrites(number, "Still looking.", false);
		assertDropped(number);
		this.story.complete(number, "TriageCase", "outcome", "ask", "message", "Which version?");
		assertDropped(number);
		this.story.process.customerWrites(number, "12.1");
		assertDropped(number);
		solved(number);
		this.story.process.reopen(number, "still stops");
		assertDropped(number);
		this.story.passes(Duration.ofDays(60), number);
		assertThat(this.story.timeline(number)).doesNotContain(What.BREACHED, What.ESCALATED);
	}

	@Test
	void f05ADroppedClockThatIsPromisedAgainGoesOn() {
		CaseNumber number = this.story.opened(Plan.STANDARD, Impact.ONE, Urgency.HINDERED);
		withoutResolution(null);
		this.table.row(STANDARD_3, "PT48H", "PT48H", "PT72H");
		assertThat(clock(number, Target.RESOLUTION).state()).isEqualTo(ClockState.RUNNING);
		assertThat(clock(number, Target.UPDATE).state()).isEqualTo(ClockState.NONE);
		this.story.process.staffWrites(number, "We look into it.", false);
		assertThat(clock(number, Target.UPDATE).state()).isEqualTo(ClockState.RUNNING);
	}

	@Test
	void f06AnEditedCalendarMovesDeadlinesAndNothingElse() {
		String company = this.story.company(Plan.PREMIUM, false);
		CaseNumber number = this.story.opened(company, Impact.SEVERAL, Urgency.STOPPED, null);
		List<Message> conversation = this.story.cases.messages(number);
		CaseNumber elsewhere = this.story.openedHighPremium();
		List<TimelineEntry> before = this.story.cases.timeline(elsewhere);
		this.story.companies.change(company, Plan.PREMIUM, false,
				Site.of("UTC", null, null, List.of("2026-11-24"), ZoneOffset.UTC));
		this.repromising.work();
		assertThat(clock(number, Target.RESPONSE).dueAt()).isEqualTo("2026-11-25T14:00:00Z");
		assertThat(this.story.cases.messages(number)).isEqualTo(conversation);
		assertThat(this.story.cases.timeline(elsewhere)).isEqualTo(before);
	}

	@Test
	void f07WarningsAndRemindersFallIntoWorkingTime() {
		this.story.clock.moveTo(FRIDAY);
		CaseNumber number = this.story.openedHighPremium();
		// 9 of 12 hours: 2 on Friday, 7 on Monday.
		assertThat(clock(number, Target.RESPONSE).warnAt()).isEqualTo("2026-11-30T16:00:00Z");
		this.story.complete(number, "TriageCase", "outcome", "ask", "message", "Which version?");
		this.story.passes(Duration.ofDays(2).plusHours(17), number);
		assertThat(reminders(number)).isZero();
		this.story.passes(Duration.ofHours(1).plusMillis(1), number);
		assertThat(reminders(number)).isOne();
	}

	@Test
	void f07AReminderThatComesLateAfterAnOutageWaitsForTheMorning() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.complete(number, "TriageCase", "outcome", "ask", "message", "Which version?");
		this.story.clock.moveTo(Instant.parse("2026-11-26T03:00:00Z"));
		this.story.passes(Duration.ofHours(5), number);
		assertThat(reminders(number)).isZero();
		this.story.passes(Duration.ofHours(2), number);
		assertThat(reminders(number)).isOne();
	}

	@Test
	void f08ANewSeverityRemembersWhatWasUsedAndTheEarlierPause() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.passes(Duration.ofHours(2), number);
		this.story.complete(number, "TriageCase", "outcome", "ask", "message", "Which version?");
		this.story.passes(Duration.ofHours(3), number);
		this.story.process.customerWrites(number, "12.1");
		this.story.process.revise(number, Impact.EVERYONE, Urgency.STOPPED, "the whole site");
		// 12 h, 2 of them used: 2 on Monday from 15:00, 8 on Tuesday.
		assertThat(clock(number, Target.RESOLUTION).dueAt()).isEqualTo("2026-11-24T17:00:00Z");
	}

	@Test
	void f09APauseOverTheWeekendIsCountedByTheCalendarOfTheClock() {
		this.story.clock.moveTo(FRIDAY);
		CaseNumber number = this.story.openedHighPremium();
		this.story.passes(Duration.ofHours(1), number);
		this.story.complete(number, "TriageCase", "outcome", "ask", "message", "Which version?");
		this.story.passes(Duration.ofDays(2).plusHours(18), number);
		this.story.process.customerWrites(number, "12.1");
		// 23 h from Monday 10:00.
		assertThat(clock(number, Target.RESOLUTION).dueAt()).isEqualTo("2026-12-02T17:00:00Z");
	}

	@Test
	void f10ClosedTimeDoesNotCountAgainstAReopenedCase() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.passes(Duration.ofHours(2), number);
		solved(number);
		this.story.process.confirm(number);
		this.story.clock.moveTo(Instant.parse("2026-12-03T09:00:00Z"));
		this.story.process.reopen(number, "it is back");
		// 22 h from Thursday 09:00: 8, 8, 6.
		assertThat(clock(number, Target.RESOLUTION).dueAt()).isEqualTo("2026-12-07T15:00:00Z");
	}

	@Test
	void f11EachLevelActsOnceAndEveryLevelActs() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.passes(Duration.ofDays(20), number);
		Job deadline = timer(number, "DeadlineDue");
		for (int run = 0; run < 3; run++) {
			this.story.jobs.setJobDuedate(deadline.getId(), Date.from(this.story.clock.instant()));
			this.story.jobs.executeJob(deadline.getId());
			deadline = timer(number, "DeadlineDue");
		}
		assertThat(alarms(number)).containsExactlyInAnyOrder("response warned", "response breached",
				"resolution warned", "resolution breached", "resolution escalated");
		assertThat(this.story.timeline(number)).filteredOn(What.WARNED::equals).hasSize(2);
		assertThat(this.story.timeline(number)).filteredOn(What.BREACHED::equals).hasSize(2);
	}

	@Test
	void f12OverdueIsReadFromTheTimeAndNeverStored() {
		CaseNumber number = this.story.openedHighPremium();
		Instant due = clock(number, Target.RESPONSE).dueAt();
		this.story.clock.moveTo(due.minusMillis(1));
		assertThat(clock(number, Target.RESPONSE).state()).isEqualTo(ClockState.RUNNING);
		this.story.clock.moveTo(due);
		assertThat(clock(number, Target.RESPONSE).state()).isEqualTo(ClockState.BREACHED);
		assertThat(clock(number, Target.RESPONSE).breachedAt()).isEqualTo(due);
		this.story.process.revise(number, Impact.ONE, Urgency.HINDERED, "one of them only");
		assertThat(clock(number, Target.RESPONSE).state()).isEqualTo(ClockState.RUNNING);
		assertThat(clock(number, Target.RESPONSE).breachedAt()).isNull();
	}

	@Test
	void f13ResolvedAndClosedCasesNeverBreach() {
		CaseNumber resolved = this.story.openedHighPremium();
		solved(resolved);
		this.story.process.customerWrites(resolved, "one more question");
		CaseNumber closed = this.story.openedHighPremium();
		solved(closed);
		this.story.process.confirm(closed);
		this.story.passes(Duration.ofDays(60), resolved);
		this.repromising.work();
		assertThat(List.of(resolved, closed)).allSatisfy((number) -> {
			assertThat(this.story.timeline(number)).doesNotContain(What.WARNED, What.BREACHED, What.ESCALATED);
			assertThat(clock(number, Target.RESOLUTION).state()).isEqualTo(ClockState.MET);
		});
	}

	@Test
	void f13ALateStartCatchesUpInOrderAndOnce() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.clock.moveTo(Story.MONDAY.plus(Duration.ofDays(20)));
		this.story.passes(Duration.ofMinutes(1), number);
		assertThat(this.story.timeline(number)).filteredOn((what) -> what != What.ACKNOWLEDGED)
			.containsExactly(What.OPENED, What.PROMISED, What.WARNED, What.BREACHED, What.WARNED, What.BREACHED,
					What.ESCALATED);
	}

	/**
	 * Somebody answers before the timers are caught up: the breach was one all the same.
	 */
	@Test
	void f13WhoeverIsFasterThanTheTimerHidesNoBreach() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.clock.moveTo(Story.MONDAY.plus(Duration.ofDays(2)));
		this.story.process.staffWrites(number, "We look into it.", false);
		assertThat(alarms(number)).contains("response warned", "response breached");
		assertThat(this.story.timeline(number)).containsSubsequence(What.BREACHED, What.ANSWERED);
		assertThat(clock(number, Target.RESPONSE).state()).isEqualTo(ClockState.BREACHED);
		assertThat(clock(number, Target.RESPONSE).breachedAt()).isEqualTo("2026-11-24T14:00:00Z");
		assertThat(clock(number, Target.RESPONSE).metAt()).isEqualTo("2026-11-25T10:00:00Z");
	}

	@Test
	void f14ACaseReopenedPastItsDueDateHasAWorkingHour() {
		CaseNumber number = overdueAndClosed();
		this.story.clock.moveTo(Instant.parse("2026-12-02T16:30:00Z"));
		this.story.process.reopen(number, "it is back");
		assertThat(clock(number, Target.RESOLUTION).state()).isEqualTo(ClockState.RUNNING);
		assertThat(clock(number, Target.RESOLUTION).dueAt()).isEqualTo("2026-12-03T09:30:00Z");
		int told = this.story.timeline(number).size();
		this.story.passes(Duration.ofMinutes(30), number);
		assertThat(this.story.timeline(number)).hasSize(told);
		this.story.passes(Duration.ofHours(16).plusMinutes(30), number);
		assertThat(this.story.timeline(number)).endsWith(What.WARNED, What.BREACHED);
	}

	@Test
	void f14TheWorkingHourOutlastsAQuestionAndANewSeverity() {
		CaseNumber number = overdueAndClosed();
		this.story.clock.moveTo(Instant.parse("2026-12-02T10:00:00Z"));
		this.story.process.reopen(number, "it is back");
		this.story.passes(Duration.ofMinutes(20), number);
		this.story.complete(number, "InvestigateCase", "outcome", "ask", "message", "Which version?");
		assertThat(clock(number, Target.RESOLUTION).remaining()).isEqualTo(Duration.ofMinutes(40));
		this.story.passes(Duration.ofHours(2), number);
		this.story.process.customerWrites(number, "12.1");
		assertThat(clock(number, Target.RESOLUTION).dueAt()).isEqualTo("2026-12-02T13:00:00Z");
		this.story.process.revise(number, Impact.EVERYONE, Urgency.STOPPED, "the whole site");
		assertThat(clock(number, Target.RESOLUTION).state()).isEqualTo(ClockState.RUNNING);
		assertThat(clock(number, Target.RESOLUTION).dueAt()).isEqualTo("2026-12-02T13:00:00Z");
	}

	@Test
	void f14AReopenedCaseIsPromisedByThePlanOfToday() {
		String company = this.story.company(Plan.STANDARD, false);
		CaseNumber number = this.story.opened(company, Impact.SEVERAL, Urgency.STOPPED, null);
		this.story.passes(Duration.ofHours(2), number);
		solved(number);
		this.story.companies.change(company, Plan.PREMIUM, false, Site.standard(ZoneOffset.UTC));
		this.repromising.work();
		this.story.process.reopen(number, "still stops");
		assertThat(this.story.cases.get(number).plan()).isEqualTo(Plan.PREMIUM);
		// 24 h, 2 of them used, from Monday 12:00.
		assertThat(clock(number, Target.RESOLUTION).dueAt()).isEqualTo("2026-11-26T10:00:00Z");
		this.story.passes(Duration.ofDays(3), number);
		assertThat(this.story.cases.get(number).tier()).isEqualTo(Tier.TWO);
	}

	@Test
	void f16TheLunchBreakDoesNotCount() {
		String company = this.story.company(Plan.PREMIUM, false);
		this.story.companies.change(company, Plan.PREMIUM, false,
				Site.of("UTC", null, Map.of("monday", List.of("09:00-12:00", "13:00-17:00"), "tuesday",
						List.of("09:00-12:00", "13:00-17:00")), null, ZoneOffset.UTC));
		CaseNumber number = this.story.opened(company, Impact.SEVERAL, Urgency.STOPPED, null);
		// 12 h: 2 and 4 on Monday, 3 and 3 on Tuesday.
		assertThat(clock(number, Target.RESPONSE).dueAt()).isEqualTo("2026-11-24T16:00:00Z");
	}

	@Test
	void f17AWeekendOnWhichTheClocksChangeShiftsNothing() {
		this.story.clock.moveTo(Instant.parse("2026-03-27T10:00:00Z"));
		String company = this.story.company(Plan.PREMIUM, false);
		this.story.companies.change(company, Plan.PREMIUM, false,
				Site.of("Europe/Berlin", null, null, null, ZoneOffset.UTC));
		CaseNumber spring = this.story.opened(company, Impact.SEVERAL, Urgency.STOPPED, null);
		// Friday 11:00 to 17:00, Monday 09:00 to 15:00, which is an hour earlier by then.
		assertThat(clock(spring, Target.RESPONSE).dueAt()).isEqualTo("2026-03-30T13:00:00Z");
		this.story.clock.moveTo(Instant.parse("2026-10-23T09:00:00Z"));
		CaseNumber autumn = this.story.opened(company, Impact.SEVERAL, Urgency.STOPPED, null);
		assertThat(clock(autumn, Target.RESPONSE).dueAt()).isEqualTo("2026-10-26T14:00:00Z");
	}

	@Test
	void f18NothingIsBrokenJustAfterItWasPromised() {
		for (String zone : List.of("Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kolkata")) {
			String company = this.story.company(Plan.PREMIUM, false);
			this.story.companies.change(company, Plan.PREMIUM, false, Site.of(zone, null, null, null, ZoneOffset.UTC));
			CaseNumber number = this.story.opened(company, Impact.SEVERAL, Urgency.STOPPED, null);
			assertThat(clock(number, Target.RESPONSE).state()).as(zone).isEqualTo(ClockState.RUNNING);
			assertThat(clock(number, Target.RESPONSE).dueAt()).isAfter(Story.MONDAY);
		}
	}

	/** A question has no update target; two weeks after the answer it becomes grave. */
	@Test
	void f18AnUpdateTargetThatIsNewIsNotBrokenByTheSilenceBefore() {
		CaseNumber number = this.story.opened(Plan.PREMIUM, Impact.ONE, Urgency.QUESTION);
		this.story.process.staffWrites(number, "We look into it.", false);
		this.story.passes(Duration.ofDays(4), number);
		this.story.process.revise(number, Impact.SEVERAL, Urgency.STOPPED, "it stops");
		assertThat(clock(number, Target.UPDATE).state()).isEqualTo(ClockState.RUNNING);
		assertThat(clock(number, Target.UPDATE).dueAt()).isEqualTo("2026-11-27T11:00:00Z");
	}

	@Test
	void f19AClockThatIsNewToAWaitingCaseWaitsToo() {
		CaseNumber number = this.story.opened(Plan.PREMIUM, Impact.ONE, Urgency.QUESTION);
		this.story.complete(number, "TriageCase", "outcome", "ask", "message", "Which version?");
		this.story.process.revise(number, Impact.SEVERAL, Urgency.STOPPED, "it stops");
		assertThat(clock(number, Target.UPDATE).state()).isEqualTo(ClockState.PAUSED);
		assertThat(clock(number, Target.UPDATE).remaining()).isEqualTo(Duration.ofHours(8));
		this.story.passes(Duration.ofDays(1), number);
		this.story.process.customerWrites(number, "12.1");
		assertThat(clock(number, Target.UPDATE).dueAt()).isEqualTo("2026-11-25T10:00:00Z");
	}

	@Test
	void f19AClockThatIsNewToACaseOfTierThreeWaitsForTheRelease() {
		withoutResolution("PT48H");
		CaseNumber number = this.story.opened(Plan.STANDARD, Impact.ONE, Urgency.HINDERED);
		this.story.complete(number, "TriageCase", "outcome", "escalate", "escalationNote", "needs the product team",
				"handoffMode", "direct");
		this.story.complete(number, "InvestigateCase", "outcome", "change-code", "defectTitle", "Playback stops");
		this.table.row(STANDARD_3, "PT48H", "PT48H", "PT72H");
		assertThat(clock(number, Target.RESOLUTION).state()).isEqualTo(ClockState.PAUSED);
		assertThat(clock(number, Target.RESOLUTION).remaining()).isEqualTo(Duration.ofHours(72));
	}

	@Test
	void f19AResponseThatIsPromisedAfterTheAnswerIsMet() {
		this.table.row(STANDARD_4, null, null, "PT120H");
		CaseNumber number = this.story.opened(Plan.STANDARD, Impact.ONE, Urgency.QUESTION);
		this.story.process.staffWrites(number, "We look into it.", false);
		this.story.passes(Duration.ofDays(1), number);
		this.table.row(STANDARD_4, "PT72H", null, "PT120H");
		assertThat(clock(number, Target.RESPONSE).state()).isEqualTo(ClockState.MET);
	}

	@Test
	void f19TheCaseThatFollowsAWithdrawnOneInheritsNoClock() {
		CaseNumber number = answered();
		this.story.process.withdraw(number, "found it ourselves");
		this.story.passes(Duration.ofDays(1), number);
		CaseNumber another = this.story.process.customerWrites(number, "now it is back").number();
		assertThat(clock(another, Target.RESPONSE).state()).isEqualTo(ClockState.RUNNING);
		assertThat(clock(another, Target.RESPONSE).metAt()).isNull();
		assertThat(clock(another, Target.RESPONSE).dueAt()).isEqualTo("2026-11-25T14:00:00Z");
	}

	@Test
	void f21ACalendarWithoutWorkingTimeIsRefusedWhenItIsSaved() {
		assertThatExceptionOfType(CompanyRefused.class)
			.isThrownBy(() -> Site.of("UTC", null, Map.of("monday", List.of()), null, ZoneOffset.UTC));
	}

	@Test
	void f28AnAssessmentThatChangesNothingWarnsOfNothingAgain() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.passes(Duration.ofHours(26), number);
		List<String> before = alarms(number);
		assertThat(before).containsExactly("response warned");
		for (int i = 0; i < 3; i++) {
			this.story.process.revise(number, Impact.SEVERAL, Urgency.STOPPED, "looked at it again");
			this.story.passes(Duration.ofMinutes(1), number);
		}
		assertThat(alarms(number)).isEqualTo(before);
	}

	@Test
	void f29ATimerThatIsArmedAnewAfterItsBreachActsNoMore() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.passes(Duration.ofDays(3), number);
		this.story.complete(number, "InvestigateCase", "outcome", "hand-back", "note", "is documented");
		assertThat(fired(number)).isFalse();
		assertThat(this.story.openTasks(number)).containsExactly("TriageCase");
		assertThat(this.story.file(number).escalations()).hasSize(1);
		assertThat(timer(number, "ResolutionTargetReached").getDuedate()).isAfter("2900-01-01");
	}

	@Test
	void f29ATimerThatIsTooEarlyGoesBackToItsDate() {
		CaseNumber number = this.story.openedHighPremium();
		int retries = timer(number, "ResolutionTargetReached").getRetries();
		assertThat(fired(number)).isFalse();
		assertThat(this.story.cases.get(number).tier()).isEqualTo(Tier.ONE);
		Job timer = timer(number, "ResolutionTargetReached");
		assertThat(timer.getDuedate()).isEqualTo("2026-11-26T10:00:00.000Z");
		assertThat(timer.getRetries()).isEqualTo(retries);
		this.story.passes(Duration.ofDays(3), number);
		assertThat(this.story.cases.get(number).tier()).isEqualTo(Tier.TWO);
	}

	@Test
	void f29AConfirmationPeriodThatEndsTooEarlyClosesNothing() {
		CaseNumber number = resolved();
		assertThat(fired(number, "ConfirmationPeriodOver")).isFalse();
		assertThat(this.story.status(number)).isEqualTo(Status.RESOLVED);
		assertThat(timer(number, "ConfirmationPeriodOver").getDuedate()).isEqualTo("2026-11-28T10:00:00.000Z");
		this.story.passes(Duration.ofDays(5), number);
		assertThat(this.story.status(number)).isEqualTo(Status.CLOSED);
	}

	/** The customer wrote: the period waits, whatever the timer says. */
	@Test
	void f29AConfirmationPeriodThatWaitsClosesNothing() {
		CaseNumber number = resolved();
		this.story.process.customerWrites(number, "One thing more.");
		this.story.passes(Duration.ofDays(6), number);
		assertThat(fired(number, "ConfirmationPeriodOver")).isFalse();
		assertThat(this.story.status(number)).isEqualTo(Status.RESOLVED);
		assertThat(timer(number, "ConfirmationPeriodOver").getDuedate()).isAfter("2900-01-01");
	}

	/** An answer lets the period begin anew; the timer fires at its old date. */
	@Test
	void f29AConfirmationPeriodThatBeganAnewIsWaitedFor() {
		CaseNumber number = resolved();
		this.story.passes(Duration.ofDays(4), number);
		this.story.process.customerWrites(number, "One thing more.");
		this.story.complete(number, "FollowUp", "outcome", "reply", "message", "That is a setting.");
		this.story.passes(Duration.ofDays(1), number);
		assertThat(fired(number, "ConfirmationPeriodOver")).isFalse();
		assertThat(timer(number, "ConfirmationPeriodOver").getDuedate()).isEqualTo("2026-12-02T10:00:00.000Z");
		this.story.passes(Duration.ofDays(4), number);
		assertThat(this.story.status(number)).isEqualTo(Status.CLOSED);
	}

	private CaseNumber resolved() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.complete(number, "TriageCase", "outcome", "answer", "message", "Install 12.1.", "resolutionKind",
				"fix");
		return number;
	}

	private boolean fired(CaseNumber number) {
		return fired(number, "ResolutionTargetReached");
	}

	/** Arms the timer for now, as a migration may, and lets it fire. */
	private boolean fired(CaseNumber number, String activity) {
		Job timer = timer(number, activity);
		this.story.jobs.setJobDuedate(timer.getId(), Date.from(this.story.clock.instant()));
		assertThatThrownBy(() -> this.story.jobs.executeJob(timer.getId())).isNotNull();
		return this.story.jobs.createJobQuery().jobId(timer.getId()).count() == 0;
	}

	private CaseNumber answered() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.process.staffWrites(number, "We look into it.", false);
		return number;
	}

	private void solved(CaseNumber number) {
		this.story.complete(number, "TriageCase", "outcome", "answer", "message", "Restart it.", "resolutionKind",
				"other");
	}

	/** Solved in Tier 2 on Friday, a day late. */
	private CaseNumber overdueAndClosed() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.passes(Duration.ofDays(4), number);
		this.story.complete(number, "InvestigateCase", "outcome", "solve", "message", "Use the old player.",
				"resolutionKind", "workaround");
		this.story.process.confirm(number);
		return number;
	}

	/** Severity 3 has no resolution target any more, and 4, which is served no faster. */
	private void withoutResolution(String update) {
		this.table.rows(new EditedTable.Row(STANDARD_3, "PT48H", update, null),
				new EditedTable.Row(STANDARD_4, "PT72H", null, null));
	}

	private void assertDropped(CaseNumber number) {
		assertThat(List.of(clock(number, Target.UPDATE), clock(number, Target.RESOLUTION)))
			.extracting(ClockReading::state, ClockReading::dueAt)
			.containsOnly(tuple(ClockState.NONE, null));
	}

	private List<String> alarms(CaseNumber number) {
		return this.story.cases.clocks(number)
			.stream()
			.flatMap((clock) -> clock.alarms()
				.stream()
				.map(ClockLedger.Alarm::level)
				.map((level) -> clock.reading().target().name().toLowerCase(java.util.Locale.ROOT) + " " + level))
			.toList();
	}

	private long reminders(CaseNumber number) {
		return this.story.cases.messages(number).stream().filter((one) -> one.body().contains("waits for")).count();
	}

	private ClockReading clock(CaseNumber number, Target target) {
		return this.story.file(number).clocks().get(target);
	}

	private List<Job> timers(CaseNumber number) {
		return this.story.jobs.createJobQuery().processInstanceId(this.story.instance(number).getId()).list();
	}

	private Job timer(CaseNumber number, String activity) {
		return this.story.jobs.createJobQuery()
			.processInstanceId(this.story.instance(number).getId())
			.activityId(activity)
			.singleResult();
	}

}
