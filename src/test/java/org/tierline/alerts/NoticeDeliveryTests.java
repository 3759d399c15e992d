package org.tierline.alerts;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.StateForbids;
import org.tierline.customers.Plan;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Every notice arrives, however long the other side is away, and once if it can be. */
@AlertStory
class NoticeDeliveryTests {

	private static final String SECRET = "a secret of the receiver";

	@Autowired
	AlertScene scene;

	@Autowired
	ContactWays ways;

	@Autowired
	NoticeRows notices;

	@Autowired
	Notices queued;

	@Autowired
	MailWay mailWay;

	@Autowired
	WayRows wayRows;

	@Autowired
	JdbcClient jdbc;

	private final Receiver receiver = new Receiver();

	@BeforeEach
	void begin() {
		this.scene.begins();
		this.scene.chain("technician PT0S", "technician PT0S, supervisors PT0S");
	}

	@AfterEach
	void end() {
		this.scene.mail.down();
		this.receiver.down();
	}

	@Test
	void aMailSaysWhatIsLateWhereAndSince() throws Exception {
		CaseNumber number = this.scene.open(Plan.PREMIUM_PLUS, "America/New_York",
				"Stops\r\nBcc: everybody@example.test");
		this.scene.after(Duration.ofHours(1), number);
		this.scene.works();
		MimeMessage mail = this.scene.mail.mails().get(1);
		assertThat(mail.getSubject()).isEqualTo(
				"Passed unmet: response target of " + number + " (severity 1), Stops Bcc: everybody@example.test");
		assertThat(mail.getHeader("Bcc")).isNull();
		assertThat(MailServer.header(mail, "From")).isEqualTo("Support <support@tierline.test>");
		assertThat(MailServer.header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
		assertThat(MailServer.header(mail, "Message-ID")).matches("<notice\\.[0-9a-f-]{36}@tierline\\.test>");
		assertThat(mail.getContentType()).startsWith("text/plain");
		assertThat(GreenMailUtil.getBody(mail)).contains(
				"The response was due Mon 23 Nov 2026, 06:00 (UTC-05:00, America/New_York)",
				"Case      " + number + ", severity 1, plan premium-plus", "Tier      1, nobody has it yet",
				"Step 1 of 2: technician. Next: supervisors, at once.");
	}

	@Test
	void aMailServerThatIsDownGetsAllInOrderWhenItIsUp() {
		this.scene.mail.down();
		CaseNumber number = this.scene.critical();
		this.scene.after(Duration.ofHours(1), number);
		this.scene.works();
		assertThat(this.notices.list(Notices.State.QUEUED, null, 10)).hasSize(3)
			.anyMatch((notice) -> notice.attempts() == 1 && notice.lastError() != null);
		this.scene.passes(Duration.ofHours(2));
		this.scene.mail.up();
		this.scene.passes(Duration.ofHours(2));
		this.scene.passes(Duration.ofHours(2));
		assertThat(this.scene.mail.lines()).extracting((line) -> line.replaceAll(" target.*", ""))
			.containsExactly("tier1: Soon due: response", "tier1: Passed unmet: response",
					"supervisor: Passed unmet: response");
		assertThat(this.notices.list(Notices.State.SENT, null, 10)).hasSize(3);
	}

	/**
	 * At least once: the process died after the server took it and before we noted it.
	 */
	@Test
	void aKilledDeliveryIsRepeatedUnderTheSameMessageId() throws Exception {
		CaseNumber number = this.scene.critical();
		this.scene.after(Duration.ofMinutes(45), number);
		this.scene.escalating.work();
		Instant now = this.scene.clock.instant();
		this.mailWay.deliver(this.notices.claim(WayName.MAIL, now, now.plus(Delivering.LEASE)).orElseThrow());
		this.scene.works();
		assertThat(this.scene.mail.ids()).hasSize(1);
		this.scene.passes(Delivering.LEASE);
		this.scene.passes(Delivering.LEASE);
		assertThat(this.scene.mail.ids()).hasSize(2).containsOnly(this.scene.mail.ids().get(0));
	}

	@Test
	void twoNodesDeliverEachNoticeOnce() throws Exception {
		this.ways.replace("tier1", List.of(), this.receiver.url(), SECRET);
		this.receiver.up();
		List<CaseNumber> numbers = IntStream.range(0, 20).mapToObj((i) -> this.scene.critical()).toList();
		this.scene.clock.pass(Duration.ofMinutes(45));
		numbers.forEach(this.scene::rings);
		this.scene.escalating.work();
		AlertScene.byTwoNodes(this.scene.noticesByMail::work);
		AlertScene.byTwoNodes(this.scene.noticesByWebHook::work);
		assertThat(this.scene.mail.ids()).doesNotHaveDuplicates().hasSize(20);
		assertThat(this.receiver.calls()).extracting(Receiver.Call::delivery).doesNotHaveDuplicates().hasSize(20);
	}

	@Test
	void aWebHookThatFailsIsCalledAgainUnderTheSameDelivery() throws Exception {
		this.ways.replace("supervisors", List.of(), this.receiver.url(), SECRET);
		this.receiver.up();
		this.receiver.answers(500);
		CaseNumber number = this.scene.critical();
		this.scene.after(Duration.ofHours(1), number);
		this.scene.works();
		this.receiver.answers(204);
		this.scene.passes(Duration.ofMinutes(1));
		this.scene.passes(Duration.ofHours(3));
		List<Receiver.Call> calls = this.receiver.calls();
		assertThat(calls).hasSize(2);
		assertThat(calls.get(1).delivery()).isEqualTo(calls.get(0).delivery());
		assertThat(calls.get(1).body()).isEqualTo(calls.get(0).body());
		assertThat(calls).allSatisfy((call) -> assertThat(call.signature()).isEqualTo("sha256=" + seal(call)));
		assertThat(calls.get(1).timestamp()).isNotEqualTo(calls.get(0).timestamp());
		JsonNode body = new ObjectMapper().readTree(calls.get(1).body());
		assertThat(body.path("case").asText()).isEqualTo(number.value());
		assertThat(body.path("level").asText()).isEqualTo("breached");
		assertThat(body.path("dueAt").asText()).isEqualTo("2026-11-23T11:00:00Z");
	}

	@Test
	void aReceiverThatIsDownGetsItWhenItIsUpAndHoldsUpNobodyElse() {
		this.ways.replace("supervisors", List.of("boss@tierline.test"), this.receiver.url(), SECRET);
		CaseNumber number = this.scene.critical();
		this.scene.after(Duration.ofHours(1), number);
		this.scene.works();
		assertThat(this.scene.mail.lines()).last().asString().startsWith("boss: ");
		assertThat(this.receiver.calls()).isEmpty();
		this.receiver.up();
		this.scene.passes(Duration.ofMinutes(1));
		assertThat(this.receiver.calls()).hasSize(1);
	}

	@Test
	void aRedirectionIsNotFollowed() {
		this.ways.replace("tier1", List.of(), this.receiver.url(), SECRET);
		this.receiver.up();
		this.receiver.answers(302);
		CaseNumber number = this.scene.critical();
		this.scene.after(Duration.ofMinutes(45), number);
		this.scene.works();
		assertThat(this.receiver.calls()).extracting(Receiver.Call::path).containsExactly("/hook");
		assertThat(this.notices.list(Notices.State.QUEUED, null, 10)).singleElement()
			.extracting(Notices.Notice::lastError)
			.isEqualTo("the receiver answered 302");
	}

	/** Its name led outside when it was saved, and leads inside now. */
	@Test
	void aWebHookThatLeadsInsideIsNotCalled() {
		this.ways.replace("tier1", List.of(), this.receiver.url(), SECRET);
		this.receiver.up();
		this.jdbc.sql("update contact_way set web_hook = ?")
			.param(this.receiver.url().replace("127.0.0.1", "[::1]"))
			.update();
		CaseNumber number = this.scene.critical();
		this.scene.after(Duration.ofMinutes(45), number);
		this.scene.works();
		assertThat(this.receiver.calls()).isEmpty();
		assertThat(this.notices.list(Notices.State.QUEUED, null, 10)).singleElement()
			.extracting(Notices.Notice::lastError)
			.asString()
			.contains("is an internal address");
	}

	/** A name cannot lead elsewhere between the check and the call. */
	@Test
	void theAddressThatWasCheckedIsTheOneThatIsCalled() throws Exception {
		this.ways.replace("tier1", List.of(), this.receiver.url().replace("127.0.0.1", "hook.invalid"), SECRET);
		this.receiver.up();
		this.scene.after(Duration.ofMinutes(45), this.scene.critical());
		this.scene.escalating.work();
		Instant now = this.scene.clock.instant();
		NoticeRows.Claim claim = this.notices.claim(WayName.WEB_HOOK, now, now.plus(Delivering.LEASE)).orElseThrow();
		new WebHookWay(this.wayRows, new Checked(), this.scene.clock).deliver(claim);
		assertThat(this.receiver.calls()).hasSize(1);
	}

	@Test
	void anAddressThatNobodyCanReadHoldsUpNoOther() {
		CaseNumber number = this.scene.critical();
		this.scene.after(Duration.ofMinutes(45), number);
		this.scene.escalating.work();
		this.scene.inStep(() -> this.scene.spoilAddresses(number));
		CaseNumber other = this.scene.critical();
		this.scene.after(Duration.ofMinutes(45), other);
		this.scene.works();
		assertThat(this.scene.mail.lines()).singleElement().asString().contains(other.value());
	}

	@Test
	void whatNobodyTakesForDaysIsGivenUpAndListed() {
		this.ways.replace("tier1", List.of(), this.receiver.url(), SECRET);
		CaseNumber number = this.scene.critical();
		this.scene.after(Duration.ofMinutes(45), number);
		for (int day = 0; day < 6; day++) {
			this.scene.passes(Duration.ofDays(1));
		}
		assertThat(this.notices.list(Notices.State.FAILED, null, 10)).singleElement().satisfies((notice) -> {
			assertThat(notice.number()).isEqualTo(number);
			assertThat(notice.lastError()).startsWith("the receiver cannot be reached");
			assertThat(notice.lastError()).doesNotContain(SECRET);
		});
	}

	@Test
	void whatWasGivenUpGoesOutAgainWhenSomebodySaysSo() {
		Notices.Notice failed = failed(this.scene.critical());
		this.receiver.up();
		Notices.Notice queued = this.queued.retry(failed.id(), "supervisor");
		assertThat(queued.state()).isEqualTo(Notices.State.QUEUED);
		assertThat(queued.lastError()).isEqualTo(failed.lastError());
		assertThat(queued.retriedBy()).isEqualTo("supervisor");
		this.scene.works();
		assertThat(this.receiver.calls()).singleElement()
			.extracting(Receiver.Call::delivery)
			.isEqualTo(failed.delivery().toString());
		assertThat(this.notices.find(failed.id()).orElseThrow()).satisfies((notice) -> {
			assertThat(notice.state()).isEqualTo(Notices.State.SENT);
			assertThat(notice.lastError()).isNull();
		});
		assertThatExceptionOfType(StateForbids.class).isThrownBy(() -> this.queued.retry(failed.id(), "supervisor"))
			.withMessageContaining("is sent, not failed");
	}

	/** Its first three days are over, those of the second try are not. */
	@Test
	void aSecondTryIsAsPatientAsTheFirst() {
		Notices.Notice failed = failed(this.scene.critical());
		assertThat(this.queued.retry(failed.id(), "supervisor").attempts()).isZero();
		for (int attempt = 0; attempt < 8; attempt++) {
			this.scene.passes(Duration.ofHours(2));
		}
		assertThat(this.notices.find(failed.id()).orElseThrow()).satisfies((notice) -> {
			assertThat(notice.attempts()).isGreaterThan(5);
			assertThat(notice.state()).isEqualTo(Notices.State.QUEUED);
		});
		this.scene.passes(Duration.ofDays(3));
		assertThat(this.notices.find(failed.id()).orElseThrow().state()).isEqualTo(Notices.State.FAILED);
	}

	/** F20: nobody is paged of what somebody takes care of. */
	@Test
	void f20WhatSomebodyTakesCareOfIsNotSentAgain() {
		CaseNumber number = this.scene.critical();
		Notices.Notice failed = failed(number);
		this.scene.alerts.acknowledge(failed.alert(), "tier1", "I call them.");
		assertThatExceptionOfType(StateForbids.class).isThrownBy(() -> this.queued.retry(failed.id(), "supervisor"))
			.withMessageContaining("not needed any more");
		assertThatExceptionOfType(NoSuchName.class).isThrownBy(() -> this.queued.retry(999_999_999, "supervisor"));
	}

	private Notices.Notice failed(CaseNumber number) {
		this.ways.replace("tier1", List.of(), this.receiver.url(), SECRET);
		this.scene.after(Duration.ofMinutes(45), number);
		for (int day = 0; day < 6; day++) {
			this.scene.passes(Duration.ofDays(1));
		}
		return this.notices.list(Notices.State.FAILED, null, 10).get(0);
	}

	@Test
	void withoutAMailServerNothingBreaks() {
		assertThat(this.mailWay.isOpen()).isTrue();
		MailWay none = new MailWay(new Absent(), "support@tierline.test");
		assertThat(none.isOpen()).isFalse();
		this.scene.after(Duration.ofMinutes(45), this.scene.critical());
		this.scene.escalating.work();
		Delivering waiting = new Delivering(this.notices, none,
				new AlertTerms(Duration.ofDays(1), null, null, null, List.of()), this.scene.clock);
		waiting.start();
		waiting.work();
		waiting.stop();
		assertThat(this.notices.list(Notices.State.QUEUED, null, 10)).singleElement()
			.satisfies((notice) -> assertThat(notice.attempts()).isZero());
	}

	private static String seal(Receiver.Call call) throws Exception {
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
		return HexFormat.of()
			.formatHex(mac.doFinal((call.timestamp() + "." + call.body()).getBytes(StandardCharsets.UTF_8)));
	}

	/** Knows a name that no other name server knows. */
	private static final class Checked extends Outside {

		Checked() {
			super(new AlertTerms(null, null, null, null, List.of()));
		}

		@Override
		InetAddress[] resolve(String host) throws UnknownHostException {
			assertThat(host).isEqualTo("hook.invalid");
			return new InetAddress[] { InetAddress.getByName("127.0.0.1") };
		}

	}

	/** No JavaMailSender. */
	private static final class Absent implements ObjectProvider<JavaMailSender> {

		@Override
		public JavaMailSender getIfAvailable() {
			return null;
		}

	}

}
