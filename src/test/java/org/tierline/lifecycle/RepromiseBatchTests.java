package org.tierline.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Impact;
import org.tierline.cases.PromiseChange;
import org.tierline.cases.Repromises;
import org.tierline.cases.Status;
import org.tierline.cases.Tier;
import org.tierline.cases.Urgency;
import org.tierline.cases.What;
import org.tierline.customers.Plan;
import org.tierline.customers.Site;
import org.tierline.patches.DefectNumber;
import org.tierline.sla.Target;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Many cases are promised anew together: each as if it were alone, none without its
 * timers and tasks, and nobody who works on one of them meanwhile is thrown out.
 */
@ProcessStory
@Import(PatchStory.class)
class RepromiseBatchTests {

	private static final int STANDARD_3 = 3;

	@Autowired
	Story story;

	@Autowired
	PatchStory patches;

	@Autowired
	CaseRepromise repromise;

	@Autowired
	Repromising repromising;

	@Autowired
	Repromises repromises;

	@Autowired
	CaseTimers timers;

	@Autowired
	CaseTask tasks;

	@Autowired
	RepositoryService repository;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	private final List<String> deployments = new ArrayList<>();

	@BeforeEach
	void aWorkingMonday() {
		this.repromising.work();
		this.story.clock.moveTo(Story.MONDAY);
	}

	@AfterEach
	void withTheShippedTable() {
		this.deployments.forEach((id) -> this.repository.deleteDeployment(id, true));
		this.repromising.work();
	}

	@Test
	void aBatchYieldsWhatEachCaseAloneWouldYield() throws IOException {
		List<CaseNumber> together = casesInAllStates();
		List<CaseNumber> alone = casesInAllStates();
		assertThat(rows(together)).isEqualTo(rows(alone));
		// Shorter, one target dropped; longer; the dropped one back again.
		for (String[] row : new String[][] { { "PT40H", null, "PT60H" }, { "PT60H", null, "PT100H" },
				{ "PT48H", "PT48H", "PT72H" } }) {
			List<List<Object>> before = rows(together);
			PromiseChange change = table(row[0], row[1], row[2]);
			assertThat(this.repromise.follow(together, change)).hasSizeGreaterThan(6);
			alone.forEach((number) -> this.repromise.follow(List.of(number), change));
			assertThat(rows(together)).isEqualTo(rows(alone)).isNotEqualTo(before);
			together.forEach(this::assertTheEngineFollowed);
			this.repromising.work();
			assertThat(moved(together) + moved(alone)).isZero();
		}
	}

	@Test
	void whatDoesNotMoveIsNotWritten() throws IOException {
		List<CaseNumber> numbers = casesInAllStates();
		String before = versions(numbers);
		table("PT48H", "PT48H", "PT72H");
		this.repromising.work();
		assertThat(moved(numbers)).isZero();
		assertThat(versions(numbers)).isEqualTo(before);
	}

	@Test
	void oneThatCannotFollowStopsNoneOfItsBatch() throws IOException {
		List<CaseNumber> before = Stream.generate(this::opened).limit(5).toList();
		CaseNumber broken = opened();
		List<CaseNumber> after = Stream.generate(this::opened).limit(6).toList();
		String company = this.story.cases.get(broken).company();
		this.jdbc.sql("update company set hours = '{}' where name = ?").param(company).update();
		table("PT40H", "PT48H", "PT60H");
		this.repromising.work();
		this.jdbc.sql("update company set hours = (select hours from company where name = ?) where name = ?")
			.params(this.story.cases.get(before.get(0)).company(), company)
			.update();
		assertThat(Stream.concat(before.stream(), after.stream()))
			.allSatisfy((number) -> assertThat(this.story.timeline(number)).containsOnlyOnce(What.REVISED));
		assertThat(this.story.timeline(broken)).doesNotContain(What.REVISED);
		Repromises.Progress progress = this.repromises.progress(1).get(0);
		assertThat(progress.failed()).isOne();
		assertThat(progress.done()).isEqualTo(progress.total());
		assertThat(progress.finishedAt()).isNotNull();
	}

	/** The job was acquired and waits for the case, whose clock is just moved. */
	@Test
	void aTimerThatIsUnderWayWhenItsClockMovesStaysArmed() throws Exception {
		CaseNumber number = opened();
		Job timer = timer(number, SupportCaseModel.RESOLUTION_TARGET_REACHED);
		this.story.clock.moveTo(timer.getDuedate().toInstant().minusSeconds(60));
		PromiseChange change = table("PT48H", "PT48H", "PT100H");
		CompletableFuture<Throwable> fired = this.transaction.execute((status) -> {
			assertThat(this.repromise.follow(List.of(number), change)).containsExactly(number);
			this.story.clock.pass(Duration.ofMinutes(2));
			CompletableFuture<Throwable> firing = CompletableFuture
				.runAsync(() -> this.story.jobs.executeJob(timer.getId()))
				.handle((nothing, fault) -> fault);
			await().atMost(Duration.ofSeconds(30)).until(this::somebodyWaits);
			return firing;
		});
		assertThat(fired.get(30, TimeUnit.SECONDS)).isNotNull();
		assertThat(this.story.cases.get(number).tier()).isEqualTo(Tier.ONE);
		assertThat(timer(number, SupportCaseModel.RESOLUTION_TARGET_REACHED).getDuedate().toInstant())
			.isEqualTo(this.story.file(number).clocks().get(Target.RESOLUTION).dueAt());
		this.story.passes(Duration.ofDays(14), number);
		assertThat(this.story.cases.get(number).tier()).isEqualTo(Tier.TWO);
	}

	/** A person links a case that a batch waits for, to a defect of another in it. */
	@Test
	void whoLinksACaseMeanwhileIsNotThrownOut() throws Exception {
		String company = this.story.company(Plan.STANDARD, false);
		CaseNumber first = this.patches.inTier2(company);
		this.patches.link(first, "defectTitle", "Playback stops after the update");
		DefectNumber defect = this.patches.defect(first).number();
		CaseNumber second = this.patches.inTier2(company);
		this.story.companies.change(company, Plan.PREMIUM, false, Site.standard(ZoneOffset.UTC));
		CompletableFuture<Void> batch = this.transaction.execute((status) -> {
			this.story.cases.lock(second);
			CompletableFuture<Void> working = CompletableFuture.runAsync(this.repromising::work);
			await().atMost(Duration.ofSeconds(30)).until(this::somebodyWaits);
			this.patches.link(second, "defectNumber", defect.value());
			return working;
		});
		batch.get(30, TimeUnit.SECONDS);
		assertThat(this.story.status(second)).isEqualTo(Status.WAITING_FOR_PATCH);
		assertThat(this.story.timeline(first)).containsOnlyOnce(What.REVISED);
		assertThat(this.story.timeline(second)).containsOnlyOnce(What.REVISED);
		assertThat(this.repromises.progress(1).get(0).failed()).isZero();
		assertThat(this.jdbc.sql("select best_plan from defect_rank where defect_id = ? order by id desc limit 1")
			.param(defect.id())
			.query(String.class)
			.single()).isEqualTo("premium");
	}

	@Test
	void aDefectIsRankedOnceForAllItsCasesAndOnlyByAnotherDemand() throws IOException {
		String company = this.story.company(Plan.STANDARD, false);
		CaseNumber first = this.patches.inTier2(company);
		this.patches.link(first, "defectTitle", "Playback stops after the update");
		DefectNumber defect = this.patches.defect(first).number();
		for (int i = 0; i < 3; i++) {
			this.patches.link(this.patches.inTier2(company), "defectNumber", defect.value());
		}
		int ranked = rankings(defect);
		this.story.companies.change(company, Plan.PREMIUM, false, Site.standard(ZoneOffset.UTC));
		this.repromising.work();
		assertThat(rankings(defect)).isEqualTo(ranked + 1);
		this.story.companies.change(company, Plan.PREMIUM, false, Site.standard(ZoneOffset.ofHours(2)));
		this.repromising.work();
		table("PT40H", "PT40H", "PT60H");
		this.repromising.work();
		assertThat(rankings(defect)).isEqualTo(ranked + 1);
	}

	/** Some of them hours or days old. */
	private List<CaseNumber> casesInAllStates() {
		this.story.clock.moveTo(Story.MONDAY);
		String company = this.story.company(Plan.STANDARD, true);
		CaseNumber breached = opened(company);
		this.story.passes(Duration.ofDays(12), breached);
		CaseNumber warned = opened(company);
		this.story.passes(Duration.ofDays(7), warned);
		CaseNumber answered = opened(company);
		this.story.process.staffWrites(answered, "We look into it.", false);
		CaseNumber waiting = opened(company);
		this.story.passes(Duration.ofHours(5), waiting);
		this.story.complete(waiting, "TriageCase", "outcome", "ask", "message", "Which version?");
		CaseNumber called = opened(company);
		this.story.complete(called, "TriageCase", "outcome", "call-back", "callBackAt", "2026-12-24T09:00:00Z");
		CaseNumber shared = escalated(company, "together");
		CaseNumber patched = escalated(company, "direct");
		this.patches.link(patched, "defectTitle", "Playback stops after the update");
		CaseNumber followed = escalated(company, "direct");
		this.patches.link(followed, "defectTitle", "Playback stops too");
		this.story.process.customerWrites(followed, "When?");
		CaseNumber resolved = opened(company);
		this.story.complete(resolved, "TriageCase", "outcome", "answer", "message", "Install 12.1.", "resolutionKind",
				"fix");
		return List.of(breached, warned, answered, waiting, called, shared, patched, followed, resolved,
				opened(company));
	}

	private CaseNumber escalated(String company, String handoffMode) {
		CaseNumber number = opened(company);
		this.story.complete(number, "TriageCase", "outcome", "escalate", "escalationNote", "needs the product team",
				"handoffMode", handoffMode);
		return number;
	}

	private CaseNumber opened() {
		return opened(this.story.company(Plan.STANDARD, false));
	}

	/** Severity 3 under standard: 48, 48 and 72 working hours. */
	private CaseNumber opened(String company) {
		return this.story.opened(company, Impact.ONE, Urgency.HINDERED, null);
	}

	/** Edits the row of standard and severity 3; what follows it is the test's. */
	private PromiseChange table(String response, String update, String resolution) throws IOException {
		String table = Files.readString(Path.of("processes", "sla-targets.dmn"));
		table = entry(table, "response", response);
		table = entry(table, "update", update);
		table = entry(table, "resolution", resolution);
		this.deployments.add(this.repository.createDeployment().addString("sla-targets.dmn", table).deploy().getId());
		return new PromiseChange(this.story.clock.instant(), null, "owner", "the table");
	}

	private static String entry(String table, String column, String words) {
		String text = (words != null) ? "\"" + words + "\"" : "null";
		return table.replaceFirst("(id=\"rule-" + STANDARD_3 + "-" + column + "\">\\s*<text>)[^<]*", "$1" + text);
	}

	/** What single cases do to timers and tasks finds nothing left to do. */
	private void assertTheEngineFollowed(CaseNumber number) {
		List<Object> before = engine(number);
		this.timers.follow(number);
		this.tasks.follow(number);
		assertThat(engine(number)).as(number.value()).isEqualTo(before);
	}

	private List<List<Object>> rows(List<CaseNumber> numbers) {
		return numbers.stream().map(this::rows).toList();
	}

	/** All that a case has, apart from numbers and names that are its own. */
	private List<Object> rows(CaseNumber number) {
		long id = number.id();
		List<Object> all = new ArrayList<>();
		all.add(this.jdbc.sql("select status, tier, severity, plan, assignee from support_case where id = ?")
			.param(id)
			.query()
			.listOfRows());
		all.add(this.jdbc
			.sql("select (to_jsonb(c) - 'id' - 'case_id')::text from clock c where case_id = ? order by target")
			.param(id)
			.query(String.class)
			.list());
		all.add(this.jdbc.sql("""
				select c.target, (to_jsonb(s) - 'id' - 'clock_id')::text as segment from clock_segment s
				join clock c on c.id = s.clock_id where c.case_id = ? order by c.target, s.id""")
			.param(id)
			.query()
			.listOfRows());
		all.add(this.jdbc.sql("""
				select c.target, (to_jsonb(a) - 'clock_id')::text as alarm from clock_alarm a
				join clock c on c.id = a.clock_id where c.case_id = ? order by c.target, a.at, a.level""")
			.param(id)
			.query()
			.listOfRows());
		all.add(this.jdbc.sql("""
				select (to_jsonb(a) - 'id' - 'case_id')::text from alert a where case_id = ? order by id""")
			.param(id)
			.query(String.class)
			.list());
		all.add(this.jdbc.sql("""
				select at, what, who, regexp_replace(why, 'DF-\\d+', 'DF') as why from timeline where case_id = ?
				order by id""").param(id).query().listOfRows());
		all.add(this.jdbc.sql("select at, who, body from message where case_id = ? order by id")
			.param(id)
			.query()
			.listOfRows()
			.size());
		all.add(engine(number));
		return all;
	}

	private List<Object> engine(CaseNumber number) {
		return List.of(this.jdbc.sql("""
				select d.act_id_, j.duedate_ from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
				join act_ru_execution p on p.id_ = j.process_instance_id_ where p.business_key_ = ? order by 1""")
			.param(number.value())
			.query()
			.listOfRows(),
				this.jdbc
					.sql("""
							select t.task_def_key_, t.due_date_, t.priority_, h.due_date_ as kept_due, h.priority_ as kept_priority,
							t.assignee_ from act_ru_task t join act_hi_taskinst h on h.id_ = t.id_
							join act_ru_execution p on p.id_ = t.proc_inst_id_ where p.business_key_ = ? order by 1""")
					.param(number.value())
					.query()
					.listOfRows());
	}

	/** Changes with each write of one of their rows. */
	private String versions(List<CaseNumber> numbers) {
		return this.jdbc.sql("""
				select string_agg(v, ' ' order by v) from (
				select 'case' || id || '.' || xmin as v from support_case where id = any(:ids)
				union all select 'clock' || id || '.' || xmin from clock where case_id = any(:ids)
				union all select 'timeline' || id || '.' || xmin from timeline where case_id = any(:ids)
				union all select 'job' || j.id_ || '.' || j.xmin || '.' || j.rev_ from act_ru_job j
				join act_ru_execution p on p.id_ = j.process_instance_id_ where p.business_key_ = any(:keys)
				union all select 'task' || t.id_ || '.' || t.xmin || '.' || t.rev_ from act_ru_task t
				join act_ru_execution p on p.id_ = t.proc_inst_id_ where p.business_key_ = any(:keys)) all_rows""")
			.param("ids", CaseNumber.ids(numbers))
			.param("keys", numbers.stream().map(CaseNumber::value).toArray(String[]::new))
			.query(String.class)
			.single();
	}

	private Job timer(CaseNumber number, String activity) {
		return this.story.jobs.createJobQuery()
			.processInstanceId(this.story.instance(number).getId())
			.activityId(activity)
			.singleResult();
	}

	private int moved(List<CaseNumber> numbers) {
		return this.jdbc.sql("""
				select count(*) from repromise_case where moved and case_id = any(?)
				and repromise_id = (select max(id) from repromise)""")
			.param(CaseNumber.ids(numbers))
			.query(Integer.class)
			.single();
	}

	private int rankings(DefectNumber defect) {
		return this.jdbc.sql("select count(*) from defect_rank where defect_id = ?")
			.param(defect.id())
			.query(Integer.class)
			.single();
	}

	private boolean somebodyWaits() {
		return this.jdbc.sql("select count(*) from pg_locks where not granted").query(Integer.class).single() > 0;
	}

}
