package org.tierline.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.ClockReading;
import org.tierline.cases.ClockState;
import org.tierline.cases.Impact;
import org.tierline.cases.Message;
import org.tierline.cases.Repromises;
import org.tierline.cases.Tier;
import org.tierline.cases.TimelineEntry;
import org.tierline.cases.Urgency;
import org.tierline.cases.What;
import org.tierline.customers.Plan;
import org.tierline.customers.Site;
import org.tierline.sla.Target;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Plan, site or table are changed while cases are open: their clocks follow. */
@ProcessStory
class RepromiseStoryTests {

	private static final int STANDARD_3 = 3;

	private static final int PREMIUM_2 = 6;

	@Autowired
	Story story;

	@Autowired
	Repromising repromising;

	@Autowired
	Repromises repromises;

	@Autowired
	RepositoryService repository;

	@Autowired
	JdbcClient jdbc;

	private final List<String> deployments = new ArrayList<>();

	@BeforeEach
	void aWorkingMonday() {
		this.story.clock.moveTo(Story.MONDAY);
	}

	@AfterEach
	void withTheShippedTable() {
		this.deployments.forEach((id) -> this.repository.deleteDeployment(id, true));
		this.repromising.work();
	}

	@Test
	void f8ABetterPlanCarriesUsedTimeOver() {
		String company = this.story.company(Plan.STANDARD, false);
		CaseNumber number = this.story.opened(company, Impact.SEVERAL, Urgency.STOPPED, null);
		this.story.passes(Duration.ofHours(3), number);
		this.story.companies.change(company, Plan.PREMIUM, false, Site.standard(ZoneOffset.UTC));
		this.repromising.work();
		assertThat(this.story.cases.get(number).plan()).isEqualTo(Plan.PREMIUM);
		// 24 h instead of 48, 3 of them used on Monday, 4 are left of it.
		assertThat(clock(number, Target.RESOLUTION).dueAt()).isEqualTo("2026-11-26T10:00:00Z");
		assertThat(last(number)).extracting(TimelineEntry::what).isEqualTo(What.REVISED);
		assertThat(last(number).why()).isEqualTo("company " + company + ": plan standard to premium changed");
	}

	@Test
	void aTimerFollowsToo() {
		String company = this.story.company(Plan.STANDARD, false);
		CaseNumber number = this.story.opened(company, Impact.EVERYONE, Urgency.STOPPED, null);
		this.story.companies.change(company, Plan.PREMIUM_PLUS, false, Site.standard(ZoneOffset.UTC));
		this.repromising.work();
		this.story.passes(Duration.ofHours(9), number);
		assertThat(this.story.cases.get(number).tier()).isEqualTo(Tier.TWO);
	}

	/** F6: and nothing else of the case is touched. */
	@Test
	void f6AnEditedCalendarMovesWhatIsOpenFromThenOn() {
		String company = this.story.company(Plan.PREMIUM, false);
		CaseNumber number = this.story.opened(company, Impact.SEVERAL, Urgency.STOPPED, null);
		CaseNumber elsewhere = this.story.openedHighPremium();
		List<Message> conversation = this.story.cases.messages(number);
		this.story.passes(Duration.ofHours(4), number);
		// A lunch break from 12:00 to 13:00, told at 14:00: the four hours stay counted.
		this.story.companies.change(company, Plan.PREMIUM, false,
				Site.of("UTC", null, Map.of("monday", lunch(), "tuesday", lunch(), "wednesday", lunch(), "thursday",
						lunch(), "friday", lunch()), null, ZoneOffset.UTC));
		this.repromising.work();
		// 12 h: 4 are used, 3 are left of Monday, 5 of Tuesday with its break.
		assertThat(clock(number, Target.RESPONSE).dueAt()).isEqualTo("2026-11-24T15:00:00Z");
		assertThat(this.story.cases.messages(number)).isEqualTo(conversation);
		assertThat(this.story.timeline(elsewhere)).doesNotContain(What.REVISED);
	}

	/** F4, F5: what is promised no more has neither clock nor timer. */
	@Test
	void f5AnEditedTableDropsWhatItPromisesNoMore() throws IOException {
		CaseNumber number = this.story.opened(Plan.STANDARD, Impact.ONE, Urgency.HINDERED);
		this.story.process.staffWrites(number, "We look into it.", false);
		assertThat(clock(number, Target.UPDATE).state()).isEqualTo(ClockState.RUNNING);
		table(STANDARD_3, "PT48H", null, "PT60H");
		this.repromising.work();
		assertThat(clock(number, Target.UPDATE).state()).isEqualTo(ClockState.NONE);
		assertThat(clock(number, Target.RESPONSE).state()).isEqualTo(ClockState.MET);
		assertThat(clock(number, Target.RESOLUTION).dueAt()).isEqualTo("2026-12-02T14:00:00Z");
		this.story.passes(Duration.ofDays(8), number);
		assertThat(this.story.timeline(number)).doesNotContain(What.BREACHED);
	}

	@Test
	void theOtherRowsOfAnEditedTableMoveNothing() throws IOException {
		CaseNumber other = this.story.opened(Plan.STANDARD, Impact.ONE, Urgency.QUESTION);
		this.story.passes(Duration.ofHours(1), other);
		table(PREMIUM_2, "PT12H", "PT8H", "PT20H");
		this.repromising.work();
		assertThat(this.story.timeline(other)).doesNotContain(What.REVISED);
		Repromises.Progress progress = this.repromises.progress(1).get(0);
		assertThat(progress.why()).startsWith("table sla-targets version ");
		assertThat(progress.finishedAt()).isNotNull();
		assertThat(progress.done()).isEqualTo(progress.total());
		assertThat(progress.failed()).isZero();
	}

	/** F11, F28: followed twice, nothing is told twice. */
	@Test
	void f28FollowingAgainChangesNothing() throws IOException {
		CaseNumber number = this.story.openedHighPremium();
		this.story.passes(Duration.ofDays(2), number);
		List<What> before = this.story.timeline(number);
		assertThat(before).contains(What.WARNED, What.BREACHED);
		String company = this.story.cases.get(number).company();
		this.story.companies.change(company, Plan.PREMIUM, true, Site.standard(ZoneOffset.UTC));
		table(PREMIUM_2, "PT12H", "PT8H", "PT24H");
		this.repromising.work();
		this.story.passes(Duration.ofHours(1), number);
		assertThat(this.story.timeline(number)).isEqualTo(before);
	}

	/** F13. */
	@Test
	void f13AResolvedCaseIsPromisedNothingAnew() throws IOException {
		CaseNumber number = this.story.openedHighPremium();
		this.story.complete(number, "TriageCase", "outcome", "answer", "message", "Install 12.1.", "resolutionKind",
				"fix");
		List<What> before = this.story.timeline(number);
		table(PREMIUM_2, "PT6H", "PT6H", "PT20H");
		this.repromising.work();
		assertThat(this.story.timeline(number)).isEqualTo(before);
		assertThat(clock(number, Target.RESOLUTION).state()).isEqualTo(ClockState.MET);
	}

	@Test
	void manyCasesFollowInBatchesEachOnce() {
		String company = this.story.company(Plan.STANDARD, false);
		List<CaseNumber> numbers = new ArrayList<>();
		for (int i = 0; i < 45; i++) {
			numbers.add(this.story.opened(company, Impact.SEVERAL, Urgency.STOPPED, null));
		}
		this.story.companies.change(company, Plan.PREMIUM, false, Site.standard(ZoneOffset.UTC));
		assertThat(this.repromises.progress(1)).singleElement()
			.extracting(Repromises.Progress::total, Repromises.Progress::done, Repromises.Progress::finishedAt)
			.containsExactly(45, 0, null);
		this.repromising.work();
		this.repromising.work();
		assertThat(this.repromises.progress(1)).singleElement()
			.extracting(Repromises.Progress::done, Repromises.Progress::moved)
			.containsExactly(45, 45);
		assertThat(numbers)
			.allSatisfy((number) -> assertThat(this.story.timeline(number)).containsOnlyOnce(What.REVISED));
	}

	/** Its opening was not yet to be seen when the plan was changed. */
	@Test
	void aCaseThatWasBeingOpenedMeanwhileFollowsToo() {
		String company = this.story.company(Plan.STANDARD, false);
		CaseNumber late = this.story.opened(company, Impact.SEVERAL, Urgency.STOPPED, null);
		this.story.opened(company, Impact.SEVERAL, Urgency.STOPPED, null);
		this.story.companies.change(company, Plan.PREMIUM, false, Site.standard(ZoneOffset.UTC));
		this.jdbc.sql("delete from repromise_case where case_id = ?").param(late.id()).update();
		this.repromising.work();
		assertThat(this.story.cases.get(late).plan()).isEqualTo(Plan.PREMIUM);
		assertThat(this.story.timeline(late)).containsOnlyOnce(What.REVISED);
	}

	@Test
	void twoNodesDoEachCaseOnce() {
		String company = this.story.company(Plan.STANDARD, false);
		List<CaseNumber> numbers = Stream
			.generate(() -> this.story.opened(company, Impact.SEVERAL, Urgency.STOPPED, null))
			.limit(60)
			.toList();
		this.story.companies.change(company, Plan.PREMIUM, false, Site.standard(ZoneOffset.UTC));
		CompletableFuture
			.allOf(CompletableFuture.runAsync(this.repromising::work),
					CompletableFuture.runAsync(this.repromising::work))
			.join();
		assertThat(numbers)
			.allSatisfy((number) -> assertThat(this.story.timeline(number)).containsOnlyOnce(What.REVISED));
		assertThat(this.repromises.progress(1).get(0).done()).isEqualTo(60);
	}

	@Test
	void aCaseThatCannotFollowStopsNoOther() throws IOException {
		String broken = this.story.company(Plan.PREMIUM, false);
		CaseNumber one = this.story.opened(broken, Impact.SEVERAL, Urgency.STOPPED, null);
		CaseNumber other = this.story.openedHighPremium();
		this.jdbc.sql("update company set hours = '{}' where name = ?").param(broken).update();
		table(PREMIUM_2, "PT12H", "PT8H", "PT20H");
		this.repromising.work();
		this.jdbc.sql("update company set hours = (select hours from company where name = ?) where name = ?")
			.params(this.story.cases.get(other).company(), broken)
			.update();
		assertThat(this.story.timeline(one)).doesNotContain(What.REVISED);
		assertThat(this.story.timeline(other)).contains(What.REVISED);
		assertThat(this.repromises.progress(1).get(0).failed()).isOne();
		assertThat(this.repromises.progress(1).get(0).finishedAt()).isNotNull();
	}

	@Test
	void aPausedClockStaysPausedAndKeepsWhatIsLeft() {
		String company = this.story.company(Plan.STANDARD, false);
		CaseNumber number = this.story.opened(company, Impact.SEVERAL, Urgency.STOPPED, null);
		this.story.passes(Duration.ofHours(2), number);
		this.story.complete(number, "TriageCase", "outcome", "ask", "message", "Which version?");
		this.story.companies.change(company, Plan.PREMIUM, false, Site.standard(ZoneOffset.UTC));
		this.repromising.work();
		assertThat(clock(number, Target.RESOLUTION).state()).isEqualTo(ClockState.PAUSED);
		assertThat(clock(number, Target.RESOLUTION).remaining()).isEqualTo(Duration.ofHours(22));
	}

	/** F7: row and timer of a reminder that is to come, in one transaction. */
	@Test
	void f7AChangedCalendarMovesTheReminderAndItsTimer() {
		String company = this.story.company(Plan.STANDARD, false);
		CaseNumber number = this.story.opened(company, Impact.SEVERAL, Urgency.STOPPED, null);
		this.story.complete(number, "TriageCase", "outcome", "ask", "message", "Which version?");
		assertThat(reminderAt(number)).isEqualTo("2026-11-25T10:00:00.001Z");
		assertThat(deadlineTimer(number)).isEqualTo("2026-11-25T10:00:00.001Z");
		String before = transactions(number);
		Site eveningsWithAHoliday = Site.of("UTC", null,
				Map.of("wednesday", List.of("18:00-20:00"), "thursday", List.of("18:00-20:00")), List.of("2026-11-25"),
				ZoneOffset.UTC);
		this.story.companies.change(company, Plan.STANDARD, false, eveningsWithAHoliday);
		this.repromising.work();
		assertThat(reminderAt(number)).isEqualTo("2026-11-26T18:00:00.001Z");
		assertThat(deadlineTimer(number)).isEqualTo("2026-11-26T18:00:00.001Z");
		assertThat(transactions(number)).matches("(\\d+) \\1").isNotEqualTo(before);
		// And back: earlier again, not only ever later.
		this.story.companies.change(company, Plan.STANDARD, false, Site.standard(ZoneOffset.UTC));
		this.repromising.work();
		assertThat(reminderAt(number)).isEqualTo("2026-11-25T10:00:00.001Z");
		assertThat(deadlineTimer(number)).isEqualTo("2026-11-25T10:00:00.001Z");
		this.story.passes(Duration.ofDays(2).plusSeconds(1), number);
		assertThat(this.story.cases.messages(number)).last().extracting(Message::body).asString().contains("waits for");
	}

	private Instant reminderAt(CaseNumber number) {
		return this.jdbc.sql("select remind_at from question where case_id = ?")
			.param(number.id())
			.query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
			.single();
	}

	private Instant deadlineTimer(CaseNumber number) {
		return this.story.jobs.createJobQuery()
			.processInstanceId(this.story.instance(number).getId())
			.activityId("DeadlineDue")
			.singleResult()
			.getDuedate()
			.toInstant();
	}

	/** The transactions that wrote the question and the timer last. */
	private String transactions(CaseNumber number) {
		return this.jdbc.sql("""
				select q.xmin || ' ' || j.xmin from question q, act_ru_job j where q.case_id = ?
				and j.process_instance_id_ = ? and j.handler_cfg_ like 'DeadlineDue%'""")
			.params(number.id(), this.story.instance(number).getId())
			.query(String.class)
			.single();
	}

	private static List<String> lunch() {
		return List.of("09:00-12:00", "13:00-17:00");
	}

	/** Edits one row; rows stand by plan, then severity. */
	private void table(int rule, String response, String update, String resolution) throws IOException {
		String table = Files.readString(Path.of("processes", "sla-targets.dmn"));
		table = entry(table, "rule-" + rule + "-response", response);
		table = entry(table, "rule-" + rule + "-update", update);
		table = entry(table, "rule-" + rule + "-resolution", resolution);
		this.deployments.add(this.repository.createDeployment().addString("sla-targets.dmn", table).deploy().getId());
	}

	private static String entry(String table, String id, String words) {
		String text = (words != null) ? "\"" + words + "\"" : "null";
		return table.replaceFirst("(id=\"" + id + "\">\\s*<text>)[^<]*", "$1" + text);
	}

	private ClockReading clock(CaseNumber number, Target target) {
		return this.story.file(number).clocks().get(target);
	}

	private TimelineEntry last(CaseNumber number) {
		List<TimelineEntry> all = this.story.cases.timeline(number);
		return all.get(all.size() - 1);
	}

}
