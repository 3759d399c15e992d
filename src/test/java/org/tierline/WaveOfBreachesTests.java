package org.tierline;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * F15: many cases miss their resolution target in the same second, with nobody logged in.
 * The product runs as a process of its own, and is killed in the middle. The system
 * property {@code tierline.wave} makes the wave another one than of 100 cases.
 */
class WaveOfBreachesTests {

	private static final int WAVE = Integer.getInteger("tierline.wave", 100);

	private static final String CASE = """
			{"company": "Acme Video", "contact": {"name": "Kim Example", "email": "kim@example.test"},
			"subject": "Playback stops", "details": "Nothing plays.", "impact": "several", "urgency": "stopped"}""";

	@TempDir
	Path folder;

	private DevelopmentRun run;

	private JdbcClient jdbc;

	@BeforeEach
	void start() throws Exception {
		this.run = new DevelopmentRun(this.folder).ready();
		this.jdbc = JdbcClient.create(new DriverManagerDataSource(this.run.database(), "postgres", "postgres"));
	}

	@AfterEach
	void stop() throws Exception {
		this.run.stop();
	}

	@Test
	void f15AWaveIsEscalatedOnceEachAlsoWhenTheProductIsKilledInIt() throws Exception {
		open(WAVE);
		Instant due = allDue();
		await().atMost(Duration.ofSeconds(120)).until(() -> escalated() >= WAVE);
		Duration latest = Duration.between(due, last());
		System.out.printf("%d breaches due at once: the last escalated %d ms after its due date%n", WAVE,
				latest.toMillis());
		assertThat(latest).isLessThan(Duration.ofSeconds(90));
		assertThat(first()).isBeforeOrEqualTo(due.plusSeconds(30));
		assertEachOnce(WAVE);

		open(WAVE);
		allDue();
		await().pollInterval(Duration.ofMillis(20)).atMost(Duration.ofSeconds(120)).until(() -> escalated() > WAVE);
		this.run.process.destroyForcibly().waitFor();
		start();
		await().atMost(Duration.ofSeconds(180)).until(() -> escalated() >= 2 * WAVE);
		assertEachOnce(2 * WAVE);
	}

	/** Clocks are written already, and the batch waits for a task that somebody holds. */
	@Test
	void aPlanThatIsFollowedWhenTheProductIsKilledIsFollowedOnceByEachCase() throws Exception {
		open(WAVE);
		try (Connection holder = DriverManager.getConnection(this.run.database(), "postgres", "postgres")) {
			holder.setAutoCommit(false);
			holder.createStatement().execute("select id_ from act_ru_task limit 1 for update");
			assertThat(this.run.call("admin", "PUT", "/api/companies/Acme%20Video", """
					{"plan": "premium-plus", "priorityUpdates": false}""")).isEqualTo(200);
			await().pollInterval(Duration.ofMillis(20))
				.atMost(Duration.ofSeconds(60))
				.until(() -> count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") > 0);
			this.run.process.destroyForcibly().waitFor();
		}
		assertThat(count("select count(*) from repromise_case where done_at is not null")).isZero();
		assertThat(count("select count(*) from timeline where what = 'revised'")).isZero();
		start();
		await().atMost(Duration.ofSeconds(120))
			.until(() -> count("select count(*) from repromise where finished_at is not null") == 1);
		assertThat(count("select count(*) from repromise_case where moved")).isEqualTo(WAVE);
		assertThat(count("select done from repromise")).isEqualTo(WAVE);
		assertThat(count("select count(*) from timeline where what = 'revised'")).isEqualTo(WAVE);
		assertThat(count("select count(*) from support_case where plan = 'premium-plus'")).isEqualTo(WAVE);
	}

	private void open(int cases) throws Exception {
		ExecutorService callers = Executors.newFixedThreadPool(8);
		try {
			Callable<Integer> call = () -> this.run.call("integration", "POST", "/api/cases", CASE);
			for (Future<Integer> status : callers.invokeAll(Collections.nCopies(cases, call))) {
				assertThat(status.get()).isEqualTo(201);
			}
		}
		finally {
			callers.shutdown();
		}
	}

	/** The resolution targets of all cases in Tier 1 are missed in the same instant. */
	private Instant allDue() {
		Instant due = Instant.now().plusSeconds(5).truncatedTo(ChronoUnit.MILLIS);
		this.jdbc.sql("""
				update clock set due_at = ?, warn_at = ? from support_case c
				where c.id = case_id and c.tier = 1 and target = 'resolution'""")
			.params(Timestamp.from(due), Timestamp.from(due))
			.update();
		this.jdbc.sql("""
				update act_ru_job set duedate_ = ?, rev_ = rev_ + 1
				where handler_cfg_ like 'ResolutionTargetReached%' or handler_cfg_ like 'DeadlineDue%'""")
			.param(Timestamp.from(due))
			.update();
		return due;
	}

	private void assertEachOnce(int cases) {
		assertThat(count("select count(distinct case_id) from escalation")).isEqualTo(cases);
		assertThat(count("select count(*) from escalation")).isEqualTo(cases);
		assertThat(count("select count(*) from clock_alarm where level = 'escalated'")).isEqualTo(cases);
		assertThat(count("select count(*) from clock_alarm where level = 'breached'")).isEqualTo(cases);
		for (String what : List.of("warned", "breached", "escalated")) {
			assertThat(count("select count(*) from timeline where what = '" + what + "'")).as(what).isEqualTo(cases);
		}
		assertThat(count("select count(*) from support_case where tier = 2")).isEqualTo(cases);
		assertThat(count("select count(*) from act_ru_task where task_def_key_ = 'InvestigateCase'")).isEqualTo(cases);
		assertThat(count("select count(*) from act_ru_task where task_def_key_ = 'TriageCase'")).isZero();
		assertThat(count("select count(*) from act_ru_incident")).isZero();
	}

	private long escalated() {
		return count("select count(*) from escalation");
	}

	private Instant last() {
		return this.jdbc.sql("select max(at) from escalation").query(Timestamp.class).single().toInstant();
	}

	private Instant first() {
		return this.jdbc.sql("select min(at) from escalation").query(Timestamp.class).single().toInstant();
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

}
