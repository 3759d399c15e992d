package org.tierline.intake.web;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.tierline.TierlineTest;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.DeadlineBreached;
import org.tierline.cases.DeadlineWarned;
import org.tierline.sla.CalendarKind;
import org.tierline.sla.Target;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Alerts and who is told, as other programs call them. */
@TierlineTest
class AlertsApiTests {

	private static final String SHIPPED = """
			{"warned": [{"recipient": "technician", "delay": "PT0S"}, {"recipient": "lead", "delay": "PT1H"},
			{"recipient": "supervisors", "delay": "PT1H"}],
			"breached": [{"recipient": "technician", "delay": "PT0S"}, {"recipient": "lead", "delay": "PT0S"},
			{"recipient": "supervisors", "delay": "PT0S"}, {"recipient": "lead", "delay": "PT1H"},
			{"recipient": "supervisors", "delay": "PT1H"}]}""";

	@LocalServerPort
	int port;

	@Autowired
	ApplicationEventPublisher facts;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	private Api api;

	@BeforeEach
	void connect() {
		this.api = new Api(this.port);
	}

	@AfterEach
	void leaveAsItWas() {
		this.api.put("admin", "/api/escalation-chain", SHIPPED);
		this.api.put("admin", "/api/leads", "{}");
		this.api.put("admin", "/api/duty/tier1", "{\"shifts\": []}");
		this.api.put("admin", "/api/groups/tier1/ways", "{}");
	}

	@Test
	void anAlertIsListedReadAndAcknowledged() {
		CaseNumber number = warned();
		Api.Answer listed = this.api.get("tier1", "/api/alerts?open=true&case=" + number);
		assertThat(listed.status()).isEqualTo(200);
		assertThat(listed.text("/alerts/0/case")).isEqualTo(number.value());
		assertThat(listed.text("/alerts/0/target")).isEqualTo("response");
		assertThat(listed.text("/alerts/0/level")).isEqualTo("warned");
		assertThat(listed.text("/alerts/0/steps/1/recipient")).isEqualTo("lead");
		assertThat(listed.text("/alerts/0/steps/1/delay")).isEqualTo("PT1H");
		String acknowledgement = "/api/alerts/" + listed.text("/alerts/0/id") + "/acknowledgement";
		assertThat(this.api.post("tier1", acknowledgement, "{\"note\": 7}").wrongFields()).containsExactly("note");
		Api.Answer done = this.api.post("tier1", acknowledgement, "{\"note\": \"I call them.\"}");
		assertThat(done.status()).isEqualTo(200);
		assertThat(done.text("/acknowledgedBy")).isEqualTo("tier1");
		assertThat(done.text("/note")).isEqualTo("I call them.");
		assertThat(this.api.post("tier1", acknowledgement, null).status()).isEqualTo(200);
		assertThat(this.api.post("supervisor", acknowledgement, "{}").status()).isEqualTo(409);
		assertThat(this.api.get("tier1", "/api/alerts?open=true&case=" + number).json().at("/alerts")).isEmpty();
		assertThat(this.api.get("supervisor", "/api/cases/" + number + "/alerts").text("/0/acknowledgedBy"))
			.isEqualTo("tier1");
	}

	@Test
	void alertsComeInPagesNewestFirst() {
		CaseNumber number = warned();
		inStep(new DeadlineBreached(number, Target.RESPONSE, 1, CalendarKind.ALWAYS, Instant.now(), Instant.now()));
		Api.Answer first = this.api.get("tier1", "/api/alerts?limit=1&case=" + number);
		assertThat(first.text("/alerts/0/level")).isEqualTo("breached");
		Api.Answer second = this.api.get("tier1",
				"/api/alerts?limit=1&case=" + number + "&after=" + first.text("/next"));
		assertThat(second.text("/alerts/0/level")).isEqualTo("warned");
		assertThat(second.json().at("/next").isNull()).isTrue();
		assertThat(this.api.get("tier1", "/api/alerts?open=perhaps&case=7&after=x&limit=0").wrongFields())
			.containsExactlyInAnyOrder("open", "case", "after", "limit");
	}

	@Test
	void whatDoesNotExistIsNotFound() {
		assertThat(this.api.post("tier1", "/api/alerts/999999/acknowledgement", "{}").status()).isEqualTo(404);
		assertThat(this.api.post("tier1", "/api/alerts/x/acknowledgement", "{}").status()).isEqualTo(404);
		assertThat(this.api.get("tier1", "/api/cases/SC-999999/alerts").status()).isEqualTo(404);
		assertThat(this.api.get("admin", "/api/groups/nobody/ways").status()).isEqualTo(404);
		assertThat(this.api.put("admin", "/api/duty/nobody", "{\"shifts\": []}").status()).isEqualTo(404);
	}

	@Test
	void theChainIsReadAndReplaced() {
		Api.Answer replaced = this.api.put("supervisor", "/api/escalation-chain", ChainRequest.EXAMPLE);
		assertThat(replaced.status()).isEqualTo(200);
		assertThat(replaced.text("/breached/2/recipient")).isEqualTo("supervisors");
		assertThat(replaced.text("/breached/2/delay")).isEqualTo("PT30M");
		assertThat(replaced.json().at("/warned")).hasSize(2);
		Api.Answer refused = this.api.put("supervisor", "/api/escalation-chain", """
				{"warned": [{"recipient": "boss", "delay": "soon"}, {"recipient": "group:nobody"}],
				"breached": [{"recipient": "login:tier1", "delay": "-PT1H"}]}""");
		assertThat(refused.wrongFields()).containsExactlyInAnyOrder("warned[0].recipient", "warned[0].delay",
				"warned[1].recipient", "breached[0].delay");
		assertThat(this.api.put("supervisor", "/api/escalation-chain", "{\"warned\": []}").wrongFields())
			.containsExactly("breached");
		assertThat(this.api.get("admin", "/api/escalation-chain").json()).isEqualTo(replaced.json());
	}

	@Test
	void aSecretIsNeverReadBack() {
		Api.Answer set = this.api.put("supervisor", "/api/groups/tier1/ways", WaysRequest.EXAMPLE);
		assertThat(set.status()).isEqualTo(200);
		assertThat(set.response().body()).doesNotContain("long random");
		Api.Answer kept = this.api.put("admin", "/api/groups/tier1/ways",
				"{\"webHook\": \"http://chat.example.com/other\"}");
		assertThat(kept.json().at("/secretSet").asBoolean()).isTrue();
		assertThat(kept.json().at("/mail")).isEmpty();
		assertThat(this.api.get("admin", "/api/groups/tier1/ways").text("/webHook"))
			.isEqualTo("http://chat.example.com/other");
	}

	@Test
	void waysThatLeadNowhereAreRefused() {
		assertThat(this.api.put("admin", "/api/groups/tier1/ways", """
				{"mail": ["nobody", "a@example.test\\r\\nBcc: b@example.test"], "webHook": "file:///etc/passwd",
				"secret": "short"}""").wrongFields()).containsExactlyInAnyOrder("mail[0]", "mail[1]", "webHook",
				"secret");
		assertThat(this.api.put("admin", "/api/groups/tier1/ways", "{\"webHook\": \"https://kim:pw@example.com/\"}")
			.wrongFields()).containsExactlyInAnyOrder("webHook", "secret");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "http://10.1.2.3/", "http://169.254.169.254/latest", "http://[::1]:9/", "http://[fd00::1]/",
					"https://192.168.0.1/", "http://0.0.0.0/", "http://[::ffff:10.0.0.1]/", "http://167837953/" })
	void aWebHookIntoOurOwnNetworkIsRefused(String url) {
		Api.Answer refused = this.api.put("supervisor", "/api/groups/tier1/ways",
				"{\"webHook\": \"%s\", \"secret\": \"a long random text\"}".formatted(url));
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.wrongFields()).containsExactly("webHook");
	}

	@Test
	void aRotaAndTheLeadsNameLogins() {
		assertThat(this.api.put("supervisor", "/api/duty/tier1", DutyRequest.EXAMPLE).text("/shifts/0/login"))
			.isEqualTo("tier1");
		assertThat(this.api.put("supervisor", "/api/duty/tier1", """
				{"shifts": [{"login": "nobody", "from": "2026-12-24T08:00:00Z", "to": "2026-12-24T08:00:00Z"}]}""")
			.wrongFields()).containsExactlyInAnyOrder("shifts[0].login", "shifts[0].to");
		assertThat(this.api
			.put("supervisor", "/api/duty/tier1", "{\"shifts\": [{\"login\": \"tier1\", \"from\": \"then\"}]}")
			.wrongFields()).containsExactlyInAnyOrder("shifts[0].from", "shifts[0].to");
		assertThat(this.api.get("supervisor", "/api/duty/tier1").json().at("/shifts")).hasSize(1);
		assertThat(this.api.put("supervisor", "/api/duty/tier1-lead", "{\"shifts\": []}").status()).isEqualTo(200);
		assertThat(this.api.put("supervisor", "/api/leads", LeadsRequest.EXAMPLE).text("/tier2")).isEqualTo("tier2");
		assertThat(this.api.put("supervisor", "/api/leads", "{\"tier3\": \"nobody\"}").wrongFields())
			.containsExactly("tier3");
		assertThat(this.api.get("supervisor", "/api/leads").text("/tier1")).isEqualTo("tier1");
	}

	@Test
	void noticesAreListedByState() {
		assertThat(this.api.get("supervisor", "/api/notices?state=failed").json().at("/notices").isArray()).isTrue();
		assertThat(this.api.get("supervisor", "/api/notices?state=lost").wrongFields()).containsExactly("state");
	}

	@Test
	void onlyAFailedNoticeIsSentAgain() {
		CaseNumber number = warned();
		this.jdbc
			.sql("""
					insert into notice (alert_id, step, recipient, way, address, subject, body, state, queued_at,
					next_attempt_at, last_error) select a.id, 1, 'technician', 'mail', 'kim@example.test', 's', 'b', 'failed',
					now(), now(), 'refused' from alert a where a.case_id = ?""")
			.param(number.id())
			.update();
		Api.Answer failed = this.api.get("supervisor", "/api/notices?state=failed&limit=1");
		assertThat(failed.text("/notices/0/lastError")).isEqualTo("refused");
		String retry = "/api/notices/" + failed.text("/notices/0/id") + "/retry";
		assertThat(this.api.post("tier1", retry, null).status()).isEqualTo(403);
		Api.Answer queued = this.api.post("supervisor", retry, null);
		assertThat(queued.status()).isEqualTo(200);
		assertThat(queued.text("/state")).isEqualTo("queued");
		assertThat(queued.text("/retriedBy")).isEqualTo("supervisor");
		assertThat(this.api.post("supervisor", retry, null).status()).isEqualTo(409);
		assertThat(this.api.post("supervisor", "/api/notices/999999999/retry", null).status()).isEqualTo(404);
		assertThat(this.api.post("supervisor", "/api/notices/x/retry", null).status()).isEqualTo(404);
	}

	private CaseNumber warned() {
		CaseNumber number = new CaseNumber(
				this.api.post("integration", "/api/cases", OpeningRequest.EXAMPLE).text("/number"));
		Instant now = Instant.now();
		inStep(new DeadlineWarned(number, Target.RESPONSE, 1, CalendarKind.ALWAYS, now, now.plus(Duration.ofHours(1)),
				now));
		return number;
	}

	private void inStep(Object fact) {
		this.transaction.executeWithoutResult((status) -> this.facts.publishEvent(fact));
	}

}
