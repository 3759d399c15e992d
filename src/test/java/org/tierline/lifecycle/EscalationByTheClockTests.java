package org.tierline.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.TierlineTest;
import org.tierline.cases.CaseFile;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Channel;
import org.tierline.cases.Escalation;
import org.tierline.cases.EscalationReason;
import org.tierline.cases.Impact;
import org.tierline.cases.Opening;
import org.tierline.cases.Status;
import org.tierline.cases.Tier;
import org.tierline.cases.TimelineEntry;
import org.tierline.cases.Urgency;
import org.tierline.cases.What;
import org.tierline.customers.Companies;
import org.tierline.customers.Contact;
import org.tierline.customers.Plan;
import org.tierline.customers.Site;
import org.tierline.sla.Target;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nobody touches a case: the real job executor, real time, and a table in which a process
 * owner has edited one row.
 */
@TierlineTest
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=true")
class EscalationByTheClockTests {

	private static final String SHIPPED = "<text>\"PT1H\"</text>";

	@Autowired
	RepositoryService repository;

	@Autowired
	TaskService tasks;

	@Autowired
	RuntimeService runtime;

	@Autowired
	ManagementService jobs;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	SupportCaseProcess process;

	@Autowired
	Cases cases;

	@Autowired
	Companies companies;

	private Deployment edited;

	@BeforeEach
	void aProcessOwnerEditsTheRowOfPremiumPlusAndSeverityOne() throws IOException {
		String table = Files.readString(Path.of("processes", "sla-targets.dmn"));
		assertThat(table).containsOnlyOnce(SHIPPED);
		int row = table.indexOf(SHIPPED);
		String changed = table.substring(0, row)
				+ table.substring(row).replaceFirst("PT1H", "PT2S").replaceFirst("PT8H", "PT4S");
		this.edited = this.repository.createDeployment().addString("sla-targets.dmn", changed).deploy();
	}

	@AfterEach
	void clear() {
		this.repository.deleteDeployment(this.edited.getId(), true);
	}

	@Test
	void anUntouchedCaseClimbsToTierTwoByItself() {
		CaseNumber number = open();
		assertThat(queue("tier1", number)).isOne();
		assertThat(queue("tier2", number)).isZero();
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> this.cases.get(number).tier() == Tier.TWO);
		assertThat(queue("tier1", number)).isZero();
		assertThat(queue("tier2", number)).isOne();
		CaseFile file = this.cases.file(number);
		assertThat(file.escalations()).hasSize(1);
		Instant due = file.clocks().get(Target.RESOLUTION).breachedAt();
		Escalation escalation = file.escalations().get(0);
		assertThat(escalation.reason()).isEqualTo(EscalationReason.TARGET_RESOLUTION_TIME);
		assertThat(escalation.at()).isBetween(due, due.plusSeconds(30));
		List<TimelineEntry> timeline = this.cases.timeline(number);
		assertThat(timeline).extracting(TimelineEntry::what)
			.containsSubsequence(What.OPENED, What.PROMISED, What.WARNED, What.BREACHED, What.WARNED, What.BREACHED,
					What.ESCALATED);
		assertThat(timeline).filteredOn((entry) -> entry.what() == What.ESCALATED)
			.singleElement()
			.extracting(TimelineEntry::why)
			.asString()
			.startsWith("target-resolution-time");
	}

	/**
	 * The timer has fired and waits for the case, which somebody is just asking about:
	 * the clock stands when its turn comes, and it has nothing to do.
	 */
	@Test
	void aTimerThatIsUnderWayWhenItsClockPausesDoesNothing() {
		CaseNumber number = open();
		this.transaction.executeWithoutResult((status) -> {
			this.cases.lock(number);
			Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> waitsForTheCase());
			this.tasks.complete(
					this.tasks.createTaskQuery().processInstanceBusinessKey(number.value()).singleResult().getId(),
					Map.of("outcome", "ask", "message", "Which version?"));
		});
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> timerRests(number));
		assertThat(this.cases.get(number).tier()).isEqualTo(Tier.ONE);
		assertThat(this.cases.get(number).status()).isEqualTo(Status.WAITING_FOR_CUSTOMER);
		assertThat(this.cases.file(number).escalations()).isEmpty();
	}

	private boolean waitsForTheCase() {
		return this.jdbc.sql("""
				select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%support_case%'
				and datname = current_database()""").query(Long.class).single() > 0 && this.jdbc
			.sql("select count(*) from act_ru_job where handler_type_ = 'timer-transition' and lock_owner_ is not null")
			.query(Long.class)
			.single() > 0;
	}

	private boolean timerRests(CaseNumber number) {
		Job timer = this.jobs.createJobQuery()
			.processInstanceId(this.runtime.createProcessInstanceQuery()
				.processInstanceBusinessKey(number.value())
				.singleResult()
				.getId())
			.activityId(SupportCaseModel.RESOLUTION_TARGET_REACHED)
			.singleResult();
		return timer.getDuedate().after(Date.from(Instant.now().plus(Duration.ofDays(1000))))
				&& this.jdbc.sql("select count(*) from act_ru_job where lock_owner_ is not null")
					.query(Long.class)
					.single() == 0;
	}

	private CaseNumber open() {
		String company = "premium-plus " + UUID.randomUUID();
		this.companies.add(company, Plan.PREMIUM_PLUS, false, Site.standard(ZoneOffset.UTC));
		return this.process.open(new Opening(company, new Contact("Kim Example", "kim@example.test", null), null,
				"Playback stops", "Nothing plays.", Impact.EVERYONE, Urgency.STOPPED, Channel.WEB, null));
	}

	private long queue(String group, CaseNumber number) {
		return this.tasks.createTaskQuery()
			.taskCandidateGroup(group)
			.processInstanceBusinessKey(number.value())
			.count();
	}

}
