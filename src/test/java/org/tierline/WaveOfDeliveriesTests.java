package org.tierline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.tierline.history.History;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A release goes to many waiting cases, and the product, a process of its own, is killed
 * twice meanwhile. The system property {@code tierline.waiting} makes them other than 600
 * cases.
 */
class WaveOfDeliveriesTests {

	private static final int WAITING = Integer.getInteger("tierline.waiting", 600);

	private static final String RELEASE = "2027.1";

	private static final Map<String, String> LOGINS = Map.of("integrations", "integration", "supervisors",
			"supervisor");

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
	void eachCaseGetsTheReleaseOnceAlsoWhenTheProductIsKilledTwice() throws Exception {
		String defect = new History(this.run.database() + "?user=postgres&password=postgres", this::call)
			.addWaiting(WAITING, "premium");
		long waiting = count("select count(*) from support_case where status = 'waiting-for-patch'");
		assertThat(waiting).isGreaterThanOrEqualTo(WAITING);
		publishFixOf(defect);
		killAfter(waiting / 5);
		killAfter(waiting / 2);
		await().pollInterval(Duration.ofMillis(100))
			.atMost(Duration.ofMinutes(5))
			.until(() -> count("select count(*) from act_ru_execution where business_key_ = '" + defect + "'") == 0);
		assertEachOnce(waiting);
	}

	private void publishFixOf(String defect) throws Exception {
		complete("tier3", defect, "DevelopFix",
				"{\"outcome\": {\"value\": \"fixed\"}, \"fixNote\": {\"value\": \"done\"}}");
		complete("tier3", defect, "VerifyFix",
				"{\"verified\": {\"value\": true}, \"verificationNote\": {\"value\": \"ok\"}}");
		call("release-manager", "POST", "/api/releases", "{\"name\": \"" + RELEASE + "\", \"kind\": \"patch\"}");
		complete("release-manager", defect, "PlanRelease", "{\"releaseName\": {\"value\": \"" + RELEASE + "\"}}");
		complete("release-manager", RELEASE, "ApproveRelease",
				"{\"approved\": {\"value\": true}, \"approvalNote\": {\"value\": \"go\"}}");
		call("release-manager", "POST", "/api/releases/" + RELEASE + "/publication", "{}");
	}

	private void killAfter(long deliveries) throws Exception {
		await().pollInterval(Duration.ofMillis(10))
			.atMost(Duration.ofMinutes(5))
			.until(() -> delivered() >= deliveries);
		this.run.process.destroyForcibly().waitFor();
		System.out.printf("killed after %d deliveries%n", delivered());
		start();
	}

	private void assertEachOnce(long cases) {
		assertThat(delivered()).isEqualTo(cases);
		assertThat(count("select count(distinct case_id) from delivery")).isEqualTo(cases);
		for (String what : new String[] { "delivered", "resolved" }) {
			assertThat(count("select count(*) from timeline where what = '" + what + "'")).as(what).isEqualTo(cases);
		}
		assertThat(count("select count(*) from message where occasion = 'resolved'")).isEqualTo(cases);
		assertThat(count("select count(*) from resolution where kind = 'fix'")).isEqualTo(cases);
		assertThat(count("select count(*) from support_case where status = 'resolved'")).isEqualTo(cases);
		assertThat(count("select count(*) from act_ru_event_subscr where event_name_ = 'CustomerConfirmed'"))
			.isEqualTo(cases);
		assertThat(count("select count(*) from act_ru_event_subscr where event_name_ = 'PatchDelivered'")).isZero();
		assertThat(count("select count(*) from act_ru_job where handler_cfg_ like 'ConfirmationPeriodOver%'"))
			.isEqualTo(cases);
		assertThat(count("select count(*) from act_ru_incident")).isZero();
		assertThat(count("""
				select count(*) from act_hi_actinst where act_id_ = 'AwaitPatch' and end_time_ is not null
				and duration_ is not null and start_time_ < end_time_""")).isEqualTo(cases);
	}

	private long delivered() {
		return count("select count(*) from delivery where state = 'done'");
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

	private void complete(String login, String key, String task, String variables) throws Exception {
		String found = call(login, "GET",
				"/engine-rest/task?processInstanceBusinessKey=" + key + "&taskDefinitionKey=" + task, null);
		String id = found.replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
		call(login, "POST", "/engine-rest/task/" + id + "/complete", "{\"variables\": " + variables + "}");
	}

	private String call(String group, String method, String path, String body) throws Exception {
		return this.run.body(LOGINS.getOrDefault(group, group), method, path, body);
	}

}
