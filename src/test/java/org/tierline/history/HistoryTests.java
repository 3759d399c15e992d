package org.tierline.history;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.tierline.TierlineTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A large history: what it copies is real, and no list of it is read from beginning to
 * end, whatever index is lost.
 */
@TierlineTest
@Import(HistoryTests.Listening.class)
@DirtiesContext
@TestInstance(Lifecycle.PER_CLASS)
class HistoryTests {

	private static final int CASES = 40_000;

	private static final int OPEN = 4_000;

	/** From so many rows on a table is not to be read from beginning to end. */
	private static final int MANY = 2_000;

	/** What a page of a list may touch, of some 20,000 pages that there are. */
	private static final int PAGES = 1_500;

	/** And how many rows it may look at on its way. */
	private static final int ROWS = 5_000;

	private static final Map<String, String> LOGINS = Map.of("integrations", "integration", "supervisors",
			"supervisor");

	private static final String NEWEST_FIRST = "{\"sorting\": [{\"sortBy\": \"created\", \"sortOrder\": \"desc\"}]}";

	private final HttpClient http = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private ManagementService jobs;

	/**
	 * Jobs of cases that were due when all was copied; at night the engine also clears
	 * its history.
	 */
	private long due;

	@BeforeAll
	void twoYearsPass(@Value("${spring.datasource.url}") String url) throws Exception {
		new History(url, this::call).add(CASES, OPEN, List.of("premium"));
		this.due = this.jobs.createJobQuery()
			.duedateLowerThan(java.util.Date.from(Instant.now()))
			.list()
			.stream()
			.filter((job) -> job.getProcessInstanceId() != null)
			.count();
	}

	@Test
	void aCopyIsAnsweredLikeAnyCase() throws Exception {
		String number = copied("status = 'open' and tier = 1");
		submit("tier1", number,
				"""
						{"outcome": {"value": "answer"}, "resolutionKind": {"value": "other"}, "message": {"value": "Done."}}""");
		assertThat(status(number)).isEqualTo("resolved");
		call("integrations", "POST", "/api/cases/" + number + "/confirmation", "{}");
		assertThat(status(number)).isEqualTo("closed");
		assertThat(left(number)).isZero();
	}

	@Test
	void aCopyClimbsWhenItsTargetIsMissed() throws Exception {
		String number = copied("status = 'open' and tier = 1");
		this.jdbc.sql("update clock set due_at = ? where case_id = ? and target = 'resolution'")
			.params(OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(1), Long.valueOf(number.substring(3)))
			.update();
		this.jobs.executeJob(this.jobs.createJobQuery()
			.processInstanceId(instance(number))
			.activityId("ResolutionTargetReached")
			.singleResult()
			.getId());
		assertThat(tasks("tier2", number)).contains("InvestigateCase");
		assertThat(this.jdbc.sql("select tier from support_case where id = ?")
			.param(Long.valueOf(number.substring(3)))
			.query(Integer.class)
			.single()).isEqualTo(2);
	}

	@Test
	void aCopyHearsItsCustomer() throws Exception {
		String waiting = copied("status = 'waiting-for-customer'");
		write(waiting);
		assertThat(status(waiting)).isEqualTo("open");
		String patched = copied("status = 'waiting-for-patch'");
		write(patched);
		assertThat(tasks("tier2", patched)).contains("FollowUp");
		String solved = copied("status = 'resolved'");
		write(solved);
		assertThat(tasks("tier1", solved)).contains("FollowUp");
	}

	@Test
	void copiesLieOverTwoYearsAndHaveNothingDue() {
		assertThat(this.jdbc.sql("select count(*) from support_case where opened_at < now() - interval '600 days'")
			.query(Integer.class)
			.single()).isGreaterThan(CASES / 10);
		assertThat(this.due).isZero();
		assertThat(this.jdbc.sql("select count(*) from act_ru_task").query(Integer.class).single())
			.isGreaterThan(OPEN / 2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?status=open", "?status=closed", "?status=withdrawn&limit=200", "?tier=1", "?tier=3",
			"?severity=1", "?severity=4", "?company=premium+customer+7", "?status=open&severity=1",
			"?status=open&tier=2", "?status=resolved&tier=1&severity=4", "?company=premium+customer+7&status=open",
			"?status=waiting-for-customer", "?q=kala", "?q=SC-120000", "?q=nothing-of-the-kind", "?after=SC-120000" })
	void aPageOfAnyListTouchesLittle(String filter) throws Exception {
		assertSmall(Plans.of(() -> call("tier1", "GET", "/api/cases" + filter, null)));
	}

	/**
	 * As a product that is not sold any more: going back from the newest meets nothing
	 * for long.
	 */
	@Test
	void aWordThatOnlyOldCasesHaveIsFoundAtOnce() throws Exception {
		this.jdbc.sql(
				"update message set body = body || ' gramophone' where id in (select id from message order by id limit 2000)")
			.update();
		this.jdbc.sql("vacuum analyze message").update();
		assertThat(call("tier1", "GET", "/api/cases?q=gramophone", null)).contains("SC-");
		assertSmall(Plans.of(() -> call("tier1", "GET", "/api/cases?q=gramophone", null)));
		assertSmall(Plans.of(() -> call("tier1", "GET", "/api/search?q=gramophone", null)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/messages", "/timeline", "/clocks" })
	void aCaseIsFoundAtOnce(String part) throws Exception {
		String number = copied("status = 'open'");
		assertSmall(Plans.of(() -> call("tier1", "GET", "/api/cases/" + number + part, null)));
	}

	@Test
	void aTaskIsFoundAtOnceAndWorkedOn() throws Exception {
		String number = copied("status = 'open' and tier = 1");
		assertSmall(Plans.of(() -> submit("tier1", number,
				"{\"outcome\": {\"value\": \"call-back\"}, \"callBackAt\": {\"value\": \"2099-01-04T09:00:00Z\"}}")));
	}

	@Test
	void aCaseIsOpenedWithoutReadingOthers() throws Exception {
		assertSmall(Plans.of(() -> call("integrations", "POST", "/api/cases", """
				{"company": "premium customer 3", "contact": {"name": "Kim", "email": "kim@example.test"},
				"subject": "Stops", "details": "Stops.", "impact": "one", "urgency": "stopped"}""")));
	}

	@Test
	void theFirstPageOfAQueueIsFoundAtOnce() throws Exception {
		String list = queue();
		assertSmall(Plans.of(() -> call("tier1", "GET", list, null)));
		assertSmall(Plans.of(() -> call("tier1", "POST", list, NEWEST_FIRST)));
	}

	@Test
	void dueJobsAreFoundAtOnce() throws Exception {
		assertSmall(Plans.of(this::acquireJobs));
	}

	private String queue() throws Exception {
		String filters = call("tier1", "GET", "/engine-rest/filter", null);
		return "/engine-rest/filter/"
				+ filters.replaceAll("(?s).*?\"id\":\"([^\"]+)\"[^{}]*?\"name\":\"Tier 1\".*", "$1")
				+ "/list?firstResult=0&maxResults=15";
	}

	private void acquireJobs() {
		ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) this.engine
			.getProcessEngineConfiguration();
		configuration.getCommandExecutorTxRequired().execute(new AcquireJobsCmd(configuration.getJobExecutor()));
	}

	/** What these tests are for: whichever index is lost, one of them says so. */
	@ParameterizedTest
	@CsvSource({ "support_case_status, cases?status=withdrawn&limit=200",
			"support_case_company, cases?company=premium+customer+7&limit=200", "support_case_search, cases?q=kala",
			"message_search, cases?q=kala", "message_case, cases/CASE/messages", "timeline_case, cases/CASE/timeline",
			"escalation_case, cases/CASE", "clock_segment_clock, cases/CASE/clocks", "act_idx_exec_buskey, TASKS",
			"tierline_idx_job_duedate, JOBS", "tierline_idx_task_due, QUEUE" })
	void aLostIndexIsMissed(String index, String question) throws Exception {
		String definition = this.jdbc.sql("select pg_get_indexdef(cast(? as regclass))")
			.param(index)
			.query(String.class)
			.single();
		this.jdbc.sql("drop index " + index).update();
		try {
			assertThatThrownBy(() -> assertSmall(Plans.of(asking(question)))).isInstanceOf(AssertionError.class);
		}
		finally {
			this.jdbc.sql(definition).update();
		}
	}

	private Plans.Asking asking(String question) throws Exception {
		String number = copied("status = 'open'");
		return switch (question) {
			case "TASKS" -> () -> tasks("tier1", number);
			case "JOBS" -> this::acquireJobs;
			case "QUEUE" -> () -> call("tier1", "GET", queue(), null);
			default -> () -> call("tier1", "GET", "/api/" + question.replace("CASE", number), null);
		};
	}

	private void assertSmall(List<Plan> plans) {
		assertNotWhole(plans);
		assertThat(plans).allSatisfy((plan) -> {
			assertThat(plan.pages()).as(plan.toString()).isLessThan(PAGES);
			assertThat(plan.rows()).as(plan.toString()).isLessThan(ROWS);
			assertThat(plan.removed()).as(plan.toString()).isLessThan(ROWS);
		});
	}

	private void assertNotWhole(List<Plan> plans) {
		Set<String> large = this.jdbc.sql("select relname from pg_class where relkind = 'r' and reltuples > ?")
			.param(MANY)
			.query(String.class)
			.list()
			.stream()
			.collect(Collectors.toSet());
		assertThat(large).contains("support_case", "message", "act_ru_task", "act_ru_job");
		assertThat(plans).isNotEmpty()
			.allSatisfy((plan) -> assertThat(plan.readWhole()).as(plan.toString()).doesNotContainAnyElementsOf(large));
	}

	private String copied(String condition) {
		return "SC-" + this.jdbc.sql("""
				select id from support_case c where %s and subject not like 'Original%%' and subject <> 'Stops'
				order by random() limit 1""".formatted(condition)).query(Long.class).single();
	}

	private String status(String number) {
		return this.jdbc.sql("select status from support_case where id = ?")
			.param(Long.valueOf(number.substring(3)))
			.query(String.class)
			.single();
	}

	private String instance(String number) {
		return this.jdbc.sql("select proc_inst_id_ from act_ru_execution where business_key_ = ?")
			.param(number)
			.query(String.class)
			.single();
	}

	private int left(String number) {
		return this.jdbc.sql("select count(*) from act_ru_execution where business_key_ = ?")
			.param(number)
			.query(Integer.class)
			.single();
	}

	private String tasks(String group, String number) throws Exception {
		return call(group, "GET", "/engine-rest/task?processInstanceBusinessKey=" + number, null);
	}

	private void submit(String group, String number, String fields) throws Exception {
		String id = tasks(group, number).replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
		call(group, "POST", "/engine-rest/task/" + id + "/submit-form", "{\"variables\": " + fields + "}");
	}

	private void write(String number) throws Exception {
		call("integrations", "POST", "/api/cases/" + number + "/messages",
				"{\"body\": \"Here it is.\", \"visibility\": \"public\", \"author\": \"customer\"}");
	}

	private String call(String group, String method, String path, String body) throws Exception {
		String login = LOGINS.getOrDefault(group, group);
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Content-Type", "application/json")
			.header("Authorization",
					"Basic " + Base64.getEncoder()
						.encodeToString((login + ":" + login).getBytes(StandardCharsets.UTF_8)))
			.method(method,
					(body != null) ? HttpRequest.BodyPublishers.ofString(body) : HttpRequest.BodyPublishers.noBody())
			.build();
		HttpResponse<String> answer = this.http.send(request, HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).as(method + " " + path + " " + body + ": " + answer.body()).isBetween(200, 299);
		return answer.body();
	}

	/** The product's database, listened to. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Listening {

		@Bean
		static Plans listeningToQuestions() {
			return new Plans();
		}

	}

}
