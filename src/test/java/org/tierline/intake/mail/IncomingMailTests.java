package org.tierline.intake.mail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.tierline.MovableClock;
import org.tierline.cases.Attachments;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Channel;
import org.tierline.cases.Message;
import org.tierline.cases.Participant;
import org.tierline.cases.Participants;
import org.tierline.cases.Status;
import org.tierline.cases.SupportCase;
import org.tierline.lifecycle.SupportCaseProcess;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a mail, over real SMTP and IMAP. */
@MailTest
class IncomingMailTests {

	@Autowired
	Mailroom mailroom;

	@Autowired
	InboundMails mails;

	@Autowired
	SupportCaseProcess process;

	@Autowired
	Cases cases;

	@Autowired
	Participants participants;

	@Autowired
	TaskService tasks;

	@Autowired
	Attachments attachments;

	@Autowired
	MovableClock clock;

	@Autowired
	JdbcClient jdbc;

	private final String key = UUID.randomUUID().toString().substring(0, 8);

	private final String kim = "kim-" + this.key + "@acme.test";

	private MailServer server;

	@BeforeEach
	void aMailServer() {
		this.clock.pass(Duration.ofHours(1));
		this.server = MailServer.start();
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void aMailOpensACaseAndTheAcknowledgementAsksForWhatIsMissing() {
		SupportCase opened = this.cases.get(opened("first"));
		assertThat(opened.channel()).isEqualTo(Channel.EMAIL);
		assertThat(opened.subject()).isEqualTo("Playback stops");
		assertThat(opened.details()).isEqualTo("It stops after a minute.");
		assertThat(opened.contact().name()).isEqualTo("Kim Example");
		assertThat(opened.contact().email()).isEqualTo(this.kim);
		assertThat(opened.company()).isEqualTo("Unknown company (" + this.kim + ")");
		assertThat(opened.severity()).isEqualTo(3);
		assertThat(this.cases.messages(opened.number()).get(0).body()).contains("Please tell us its name");
		assertThat(this.cases.timeline(opened.number()).get(0).who()).isEqualTo(this.kim);
	}

	@Test
	void aContactsNextCaseIsOfTheSameCompany() {
		CaseNumber first = opened("first");
		this.jdbc.sql("update company set name = ?, verified_at = now() where name = ?")
			.params("Acme " + this.key, "Unknown company (" + this.kim + ")")
			.update();
		CaseNumber second = opened("second");
		assertThat(second).isNotEqualTo(first);
		assertThat(this.cases.get(second).company()).isEqualTo("Acme " + this.key);
		assertThat(this.cases.messages(second).get(0).body()).doesNotContain("Please tell us its name");
	}

	@Test
	void aReplyToTheTokenLandsInTheCase() {
		CaseNumber number = opened("first");
		String token = this.participants.of(number).get(0).token();
		receive("reply", this.kim,
				"To: support+" + token.toUpperCase() + "@tierline.test\nSubject: other\n\nIt is back.");
		assertThat(last(number).body()).isEqualTo("It is back.");
		assertThat(last(number).channel()).isEqualTo(Channel.EMAIL);
		assertThat(last(number).who()).isEqualTo(this.kim);
	}

	@Test
	void aReplyIsKnownByTheMailsItAnswers() {
		CaseNumber number = opened("first");
		receive("reply", this.kim, "To: support@tierline.test\nSubject: other\nReferences: <unknown@x> " + id("first")
				+ "\n\nIt is back.");
		assertThat(this.mailroom.caseOf(id("reply"))).isEqualTo(number);
	}

	@Test
	void aReplyIsKnownByTheNumberInItsSubject() {
		CaseNumber number = opened("first");
		receive("reply", this.kim, "To: support@tierline.test\nSubject: AW: [" + number + "] other\n\nIt is back.");
		assertThat(this.mailroom.caseOf(id("reply"))).isEqualTo(number);
	}

	@Test
	void aStrangerWhoNamesACaseGetsOneThatPointsToIt() {
		CaseNumber number = opened("first");
		int messages = this.cases.messages(number).size();
		String token = this.participants.of(number).get(0).token();
		receive("stranger", "eve-" + this.key + "@evil.test", "To: support+" + token + "@tierline.test\nSubject: ["
				+ number + "] hello\nIn-Reply-To: " + id("first") + "\n\nTell me all.");
		CaseNumber other = this.mailroom.caseOf(id("stranger"));
		assertThat(other).isNotEqualTo(number);
		assertThat(this.cases.timeline(other)).anySatisfy((entry) -> assertThat(entry.why()).contains(number.value()));
		assertThat(this.cases.messages(number)).hasSize(messages);
		assertThat(this.participants.find(number, "eve-" + this.key + "@evil.test")).isEmpty();
	}

	@Test
	void anInternationalisedAddressIsTheSameInEitherWriting() {
		byte[] first = mail("first", this.key + "@münchen.example", "To: support@tierline.test\nSubject: Grüße\n\nHi.")
			.getBytes(StandardCharsets.UTF_8);
		this.mails.store(Arrived.of(first, first.length, null));
		this.mailroom.file();
		CaseNumber number = this.mailroom.caseOf(id("first"));
		assertThat(this.cases.get(number).subject()).isEqualTo("Grüße");
		assertThat(this.cases.get(number).contact().email()).isEqualTo(this.key + "@xn--mnchen-3ya.example");
		receive("reply", this.key + "@xn--mnchen-3ya.example",
				"To: support@tierline.test\nSubject: Re\nIn-Reply-To: " + id("first") + "\n\nAgain.");
		assertThat(this.mailroom.caseOf(id("reply"))).isEqualTo(number);
	}

	@Test
	void anUnknownNumberOpensACase() {
		receive("lost", this.kim, "To: support@tierline.test\nSubject: [SC-999999999] hello\n\nStill there?");
		assertThat(this.mailroom.mail(id("lost")).opened()).isTrue();
	}

	@Test
	void whoeverIsInCopyTakesPart() {
		receive("first", this.kim, "To: support@tierline.test\nCc: Lee <lee@acme.test>, Support+abc@tierline.test\n"
				+ "Subject: Both\n\nWe wait.");
		CaseNumber number = this.mailroom.caseOf(id("first"));
		assertThat(this.participants.of(number)).extracting(Participant::email)
			.containsExactly(this.kim, "lee@acme.test");
		receive("reply", "lee@acme.test",
				"To: support@tierline.test\nSubject: Re\nIn-Reply-To: " + id("first") + "\n\nMe too.");
		assertThat(this.mailroom.caseOf(id("reply"))).isEqualTo(number);
	}

	@Test
	void theSameMailAgainOpensNoSecondCase() {
		opened("first");
		opened("first");
		assertThat(this.mailroom.mail(id("first")).copies()).isEqualTo(1);
		assertThat(casesOfKim()).isEqualTo(1);
	}

	@Test
	void aMailWithoutMessageIdIsKnownByWhatItSays() {
		String mail = "From: " + this.kim
				+ "\nTo: support@tierline.test\nSubject: No id\nDate: Mon, 23 Nov 2026 10:00:00 +0000\n\nHi";
		this.server.deliver(("Received: from a\n" + mail).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
		this.server.deliver(("Received: from b\n" + mail).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
		this.mailroom.read(this.server);
		assertThat(casesOfKim()).isEqualTo(1);
	}

	@Test
	void aMailForwardedAsAnAttachmentLandsInItsCase() {
		CaseNumber number = opened("first");
		receive("forward", this.kim, """
				To: support@tierline.test
				Subject: FW
				MIME-Version: 1.0
				Content-Type: multipart/mixed; boundary=b

				--b
				Content-Type: text/plain

				See this.
				--b
				Content-Type: message/rfc822

				Message-ID: %s
				Subject: Playback stops

				It stops after a minute.
				--b--
				""".formatted(id("first")));
		assertThat(this.mailroom.caseOf(id("forward"))).isEqualTo(number);
		assertThat(last(number).attachments()).extracting("name").containsExactly("Playback stops.eml");
	}

	@Test
	void aReplyToAWithdrawnCaseBecomesANewOneThatPointsToIt() {
		CaseNumber number = opened("first");
		this.process.withdraw(number, "over");
		reply("reply", number);
		CaseNumber other = this.mailroom.caseOf(id("reply"));
		assertThat(other).isNotEqualTo(number);
		assertThat(this.cases.timeline(other)).anySatisfy((entry) -> assertThat(entry.why()).contains(number.value()));
	}

	@Test
	void aReplyToAMergedCaseGoesToTheSurvivor() {
		CaseNumber number = opened("first");
		CaseNumber survivor = opened("second");
		this.process.merge(number, survivor);
		reply("reply", number);
		assertThat(this.mailroom.caseOf(id("reply"))).isEqualTo(survivor);
	}

	@Test
	void aReplyToAClosedCaseReopensItAndComesTooLateAfterItsDays() {
		CaseNumber number = closed("first");
		reply("reply", number);
		assertThat(this.mailroom.caseOf(id("reply"))).isEqualTo(number);
		assertThat(this.cases.get(number).status()).isEqualTo(Status.OPEN);
		CaseNumber old = closed("second");
		this.clock.pass(Duration.ofDays(20));
		reply("late", old);
		CaseNumber other = this.mailroom.caseOf(id("late"));
		assertThat(other).isNotEqualTo(old);
		assertThat(this.cases.timeline(other)).anySatisfy((entry) -> assertThat(entry.why()).contains(old.value()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Auto-Submitted: auto-replied", "Auto-Submitted: auto-generated (failure)",
			"Precedence: bulk", "Precedence: list", "Precedence: junk", "List-Id: news <news.acme.test>",
			"X-Auto-Response-Suppress: All", "X-Autoreply: yes" })
	void whatNoPersonWroteOpensNothing(String header) {
		receive("robot", this.kim, "To: support@tierline.test\nSubject: Hello\n" + header + "\n\nI am away.");
		assertThat(this.mailroom.mail(id("robot")).state()).isEqualTo(MailState.IGNORED);
		assertThat(this.mailroom.mail(id("robot")).why()).startsWith("an automatic mail");
		assertThat(casesOfKim()).isZero();
	}

	@Test
	void whatHasNoReturnPathOpensNothing() {
		this.server.deliver(("Return-Path: <>\n" + mail("robot", this.kim, "Subject: Hello\n\nHi."))
			.getBytes(StandardCharsets.UTF_8));
		this.mailroom.read(this.server);
		assertThat(this.mailroom.mail(id("robot")).why()).startsWith("an automatic mail");
	}

	@Test
	void anOutOfOfficeReplyIsNeitherFiledNorAnswered() {
		CaseNumber number = opened("first");
		int messages = this.cases.messages(number).size();
		receive("away", this.kim,
				"To: support@tierline.test\nSubject: Automatic reply: [" + number + "] x\n\nI am away.");
		assertThat(this.cases.messages(number)).hasSize(messages);
	}

	@Test
	void aMailThatSaysThatAPersonWroteItIsTaken() {
		receive("person", this.kim, "To: support@tierline.test\nSubject: Hello\nAuto-Submitted: no\n\nHi.");
		assertThat(this.mailroom.mail(id("person")).opened()).isTrue();
	}

	@Test
	void ourOwnMailIsNeverTaken() {
		receive("loop", "Support+abc@tierline.test", "To: support@tierline.test\nSubject: Hello\n\nHi.");
		assertThat(this.mailroom.mail(id("loop")).why()).startsWith("our own mail");
		CaseNumber number = opened("first");
		this.jdbc.sql("update message set message_id = ? where case_id = ?").params(id("ours"), number.id()).update();
		receive("ours", this.kim, "To: support@tierline.test\nSubject: Hello\n\nSent back.");
		assertThat(this.mailroom.mail(id("ours")).state()).isEqualTo(MailState.IGNORED);
		assertThat(casesOfKim()).isEqualTo(1);
	}

	@Test
	void aBounceMarksTheLetterAndTheAddress() {
		CaseNumber number = opened("first");
		this.jdbc.sql("update message set message_id = ?, delivery = 'sent' where case_id = ?")
			.params(id("letter"), number.id())
			.update();
		String token = this.participants.of(number).get(0).token();
		receive("bounce", "MAILER-DAEMON@mx.acme.test", """
				To: support+%s@tierline.test
				Subject: Undelivered
				MIME-Version: 1.0
				Content-Type: multipart/report; report-type=delivery-status; boundary=b

				--b
				Content-Type: text/plain

				Sorry.
				--b
				Content-Type: message/delivery-status

				Reporting-MTA: dns; mx.acme.test

				Final-Recipient: rfc822; %s
				Action: failed
				Status: 5.1.1
				Diagnostic-Code: smtp; 550 no such
				 user here
				--b
				Content-Type: text/rfc822-headers

				Message-ID: %s
				--b--
				""".formatted(token, this.kim, id("letter")));
		assertThat(this.mailroom.mail(id("bounce")).state()).isEqualTo(MailState.IGNORED);
		assertThat(this.participants.of(number).get(0).bouncedWhy()).isEqualTo("550 no such user here");
		assertThat(last(number).delivery().code()).isEqualTo("bounced");
		reply("reply", number);
		assertThat(this.participants.of(number).get(0).bouncedAt()).as("it works again").isNull();
	}

	@Test
	void aFloodIsPutAsideAndCanBeReleased() {
		IntStream.range(0, 22)
			.forEach((i) -> this.server
				.send(mail("flood" + i, this.kim, "To: support@tierline.test\nSubject: Alarm " + i + "\n\nAlarm.")));
		this.mailroom.read(this.server);
		assertThat(casesOfKim()).isEqualTo(20);
		MailReview mails = new MailReview(this.jdbc, this.clock);
		List<InboundMail> aside = mails.in(MailState.PUT_ASIDE, 200)
			.stream()
			.filter((mail) -> this.kim.equals(mail.from()))
			.toList();
		assertThat(aside).hasSize(2);
		assertThat(aside.get(0).why()).startsWith("too many mails of this sender");
		assertThat(mails.release(aside.get(0).id(), "tier1")).isTrue();
		this.mailroom.file();
		assertThat(casesOfKim()).isEqualTo(21);
		this.clock.pass(Duration.ofMinutes(11));
		opened("later");
		assertThat(casesOfKim()).isEqualTo(22);
	}

	@Test
	void twoProgramsThatAnswerEachOtherComeToAnEnd() {
		CaseNumber number = opened("first");
		long letters = letters();
		for (int round = 0; round < 5; round++) {
			receive("auto" + round, this.kim,
					"To: support@tierline.test\nSubject: Re: [" + number + "]\n\nThank you for your mail.");
		}
		assertThat(letters()).as("what lands in a case is not answered by a program").isEqualTo(letters);
	}

	@Test
	void aMailOfSixtyMegabytesIsPutAsideAndTheRestGoesOn() {
		byte[] head = mail("huge", this.kim, "To: support@tierline.test\nSubject: Huge\n\n")
			.getBytes(StandardCharsets.UTF_8);
		byte[] huge = Arrays.copyOf(head, 60 * 1024 * 1024);
		Arrays.fill(huge, head.length, huge.length, (byte) 'x');
		for (int i = head.length + 76; i < huge.length; i += 76) {
			huge[i] = '\n';
		}
		this.server.deliver(huge);
		opened("next");
		InboundMail aside = this.mailroom.mail(id("huge"));
		assertThat(aside.state()).isEqualTo(MailState.PUT_ASIDE);
		assertThat(aside.why()).contains("MB, more than may be taken");
		assertThat(aside.from()).isEqualTo(this.kim);
		assertThat(new MailReview(this.jdbc, this.clock).release(aside.id(), "tier1")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x-no-such-charset", "", "utf-8", "us-ascii" })
	void aBrokenCharsetIsReadAsWellAsItCan(String charset) {
		this.server.send(mail("charset", this.kim, "To: support@tierline.test\nSubject: =?x-none?Q?Gr=FC=DFe?=\n"
				+ "Content-Type: text/plain; charset=" + charset + "\nContent-Transfer-Encoding: 8bit\n\nGrüße\0."));
		this.mailroom.read(this.server);
		assertThat(this.cases.get(this.mailroom.caseOf(id("charset"))).details()).startsWith("Gr").endsWith("e.");
	}

	@Test
	void ofTenThousandRecipientsFiftyTakePart() {
		String all = IntStream.range(0, 10_000)
			.mapToObj((i) -> "u" + i + "@acme.test")
			.collect(Collectors.joining(",\n "));
		receive("many", this.kim, "To: support@tierline.test\nCc: " + all + "\nSubject: Many\n\nHi.");
		CaseNumber number = this.mailroom.caseOf(id("many"));
		assertThat(this.participants.of(number)).hasSize(50);
		assertThat(last(number).body()).contains("9951 of its recipients");
	}

	@Test
	void scriptInHtmlIsGoneAndItsTextIsKept() {
		receive("html", this.kim, "To: support@tierline.test\nSubject: first\n\nfirst");
		receive("html2", this.kim, "To: support@tierline.test\nSubject: x\nIn-Reply-To: " + id("html")
				+ "\nContent-Type: text/html\n\n<style>p{}</style><script>steal()</script><p onclick=x()>Hello &amp; <b>bye</b></p><p>Kim</p>");
		Message message = last(this.mailroom.caseOf(id("html")));
		assertThat(message.body()).isEqualTo("Hello & bye\nKim");
		assertThat(message.html()).contains("<b>bye</b>").doesNotContain("steal", "onclick", "style");
	}

	@Test
	void aLineEndInTheSubjectBeginsNoHeader() {
		receive("inject", this.kim,
				"To: support@tierline.test\nSubject: =?utf-8?Q?Hi=0D=0ABcc:_eve@evil.test=0D=0A?=\n more\n\nHi.");
		CaseNumber number = this.mailroom.caseOf(id("inject"));
		assertThat(this.cases.get(number).subject()).isEqualTo("Hi Bcc: eve@evil.test more");
		assertThat(this.participants.of(number)).hasSize(1);
	}

	@Test
	void anEmptyMailOpensACase() {
		receive("empty", this.kim, "To: support@tierline.test\n\n");
		SupportCase opened = this.cases.get(this.mailroom.caseOf(id("empty")));
		assertThat(opened.subject()).isEqualTo("(no subject)");
		assertThat(opened.details()).isEqualTo("(no text)");
	}

	@Test
	void aMailWithoutASenderIsPutAside() {
		this.server
			.send("Message-ID: " + id("nobody") + "\nTo: support@tierline.test\nFrom: nobody\nSubject: x\n\nHi.");
		this.mailroom.read(this.server);
		assertThat(this.mailroom.mail(id("nobody")).state()).isEqualTo(MailState.PUT_ASIDE);
	}

	@Test
	void partsNestedTooDeepAreLeftOutAndNamed() {
		StringBuilder deep = new StringBuilder("To: support@tierline.test\nSubject: Deep\nMIME-Version: 1.0\n");
		for (int i = 0; i < 500; i++) {
			deep.append("Content-Type: multipart/mixed; boundary=b" + i + "\n\n--b" + i + "\n");
		}
		receive("deep", this.kim, deep + "Content-Type: text/plain\n\nBottom.");
		CaseNumber number = this.mailroom.caseOf(id("deep"));
		assertThat(last(number).body()).contains("nested too deep");
	}

	@Test
	void filesAreKeptAndOneThatIsTooLargeIsNamed() {
		String large = "eHh4".repeat(9 * 1024 * 1024 / 256).replaceAll("(.{76})", "$1\n");
		receive("files", this.kim, """
				To: support@tierline.test
				Subject: Files
				MIME-Version: 1.0
				Content-Type: multipart/mixed; boundary=b

				--b
				Content-Type: text/plain

				See the log.
				--b
				Content-Type: application/octet-stream
				Content-Disposition: attachment; filename="../../player.log"
				Content-Transfer-Encoding: base64

				aGVsbG8=
				--b
				Content-Type: image/png
				Content-Disposition: inline; filename="=?utf-8?Q?gr=C3=BC=C3=9Fe.png?="
				Content-Transfer-Encoding: base64

				%s
				--b--
				""".formatted(large));
		CaseNumber number = this.mailroom.caseOf(id("files"));
		assertThat(this.attachments.of(number)).extracting("name").containsExactly("player.log", "grüße.png");
	}

	@Test
	void aTextThatIsTooLongIsAttachedAsAWhole() {
		receive("long", this.kim, "To: support@tierline.test\nSubject: Long\n\n" + "a line of a log\n".repeat(3000));
		CaseNumber number = this.mailroom.caseOf(id("long"));
		assertThat(this.cases.get(number).details()).hasSize(20_000);
		assertThat(this.attachments.of(number)).singleElement()
			.satisfies((file) -> assertThat(file.size()).isGreaterThan(40_000));
	}

	@Test
	void aMailThatAPersonOpenedFirstIsTakenAllTheSame() {
		this.server.send(mail("first", this.kim, "To: support@tierline.test\nSubject: Opened\n\nHi."));
		this.server.open();
		this.mailroom.read(this.server);
		assertThat(this.mailroom.mail(id("first")).opened()).isTrue();
	}

	private CaseNumber opened(String name) {
		receive(name, this.kim, "To: support@tierline.test\nSubject: Playback stops\n\nIt stops after a minute.");
		return this.mailroom.caseOf(id(name));
	}

	private void reply(String name, CaseNumber number) {
		receive(name, this.kim, "To: support@tierline.test\nSubject: Re: [" + number + "] x\n\nAgain.");
	}

	private CaseNumber closed(String name) {
		CaseNumber number = opened(name);
		String task = this.tasks.createTaskQuery().processInstanceBusinessKey(number.value()).singleResult().getId();
		this.tasks.complete(task, Map.of("outcome", "answer", "message", "Done.", "resolutionKind", "fix"));
		this.process.confirm(number);
		return number;
	}

	private void receive(String name, String from, String rest) {
		this.server.send(mail(name, from, rest));
		this.mailroom.read(this.server);
	}

	private String mail(String name, String from, String rest) {
		return "Message-ID: " + id(name) + "\nFrom: Kim Example <" + from + ">\n" + rest;
	}

	private String id(String name) {
		return "<" + name + "." + this.key + "@acme.test>";
	}

	private Message last(CaseNumber number) {
		List<Message> all = this.cases.messages(number);
		return all.get(all.size() - 1);
	}

	private long casesOfKim() {
		return this.jdbc.sql("select count(*) from support_case where contact_email = ?")
			.param(this.kim)
			.query(Long.class)
			.single();
	}

	private long letters() {
		return this.jdbc.sql("select count(*) from message where author = 'staff'").query(Long.class).single();
	}

}
