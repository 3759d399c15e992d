package org.tierline.letters;

import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.MovableClock;
import org.tierline.TierlineTest;
import org.tierline.cases.Attachments;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Channel;
import org.tierline.cases.Correspondence;
import org.tierline.cases.Impact;
import org.tierline.cases.Inbound;
import org.tierline.cases.Message;
import org.tierline.cases.Opening;
import org.tierline.cases.Outbox;
import org.tierline.cases.Outgoing;
import org.tierline.cases.Participants;
import org.tierline.cases.Urgency;
import org.tierline.customers.Contact;
import org.tierline.lifecycle.SupportCaseProcess;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Letters on their way, over real SMTP. */
@TierlineTest
@TestPropertySource(properties = { "spring.mail.host=127.0.0.1", "tierline.mail.every=P1D",
		"tierline.mail.address=support@tierline.test", "tierline.mail.name=Acme Hilfe" })
class LettersTests {

	private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

	@Autowired
	SupportCaseProcess process;

	@Autowired
	Cases cases;

	@Autowired
	Participants participants;

	@Autowired
	Correspondence correspondence;

	@Autowired
	Attachments attachments;

	@Autowired
	Outbox outbox;

	@Autowired
	Postman postman;

	@Autowired
	Wording wording;

	@Autowired
	SmtpServer mailServer;

	@Autowired
	MailSettings settings;

	@Autowired
	JavaMailSenderImpl sender;

	@Autowired
	MovableClock clock;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	private GreenMail server;

	@BeforeEach
	void aQuietMonday() {
		this.clock.moveTo(this.clock.instant().isBefore(MONDAY) ? MONDAY : this.clock.instant().plusSeconds(3600));
		this.jdbc.sql("update message set delivery = 'none' where delivery = 'queued'").update();
		this.server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
		this.server.start();
		this.sender.setPort(this.server.getSmtp().getPort());
	}

	@AfterEach
	void stop() {
		this.server.stop();
		SecurityContextHolder.clearContext();
	}

	@Test
	void theAcknowledgementArrives() throws Exception {
		CaseNumber number = opened("Playback stops");
		this.postman.work();
		MimeMessage mail = only();
		assertThat(mail.getSubject()).isEqualTo("[" + number + "] Playback stops");
		assertThat(mail.getHeader("From", null)).isEqualTo("Acme Hilfe <support@tierline.test>");
		assertThat(mail.getHeader("To", null)).isEqualTo("Kim Example <kim@example.test>");
		assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-replied");
		String token = this.participants.of(number).get(0).token();
		assertThat(mail.getHeader("Reply-To", null)).isEqualTo("Acme Hilfe <support+" + token + "@tierline.test>");
		Multipart readings = (Multipart) mail.getContent();
		assertThat(readings.getBodyPart(0).getContent().toString()).contains("Hello Kim Example,", number.value(),
				"A resolution by ");
		assertThat(readings.getBodyPart(1).getContent().toString()).contains("<p style", "A resolution by ");
		Message message = last(number);
		assertThat(message.delivery().code()).isEqualTo("sent");
		assertThat(message.deliveredAt()).isEqualTo(this.clock.instant());
		assertThat(message.body()).startsWith("Thank you for writing to us.").doesNotContain("Hello");
	}

	@Test
	void anAnswerFollowsTheThreadAndIsNoAutomaticMail() throws Exception {
		CaseNumber number = opened("Playback stops");
		this.correspondence.opened(number, "<first@" + number + ">", null);
		this.postman.work();
		this.process.customerWrites(number, new Inbound(Channel.EMAIL, "kim@example.test", "news",
				"<b onclick=x()>news</b><script>x()</script>", "<second@" + number + ">", null));
		answer(number, "Try <b>version</b> 12: https://example.test/a?b=1&c=2.");
		this.postman.work();
		MimeMessage mail = mails().get(1);
		assertThat(mail.getHeader("In-Reply-To", null)).isEqualTo("<second@" + number + ">");
		assertThat(mail.getHeader("References", null)).containsSubsequence("<first@" + number + ">",
				mails().get(0).getMessageID(), "<second@" + number + ">");
		assertThat(mail.getHeader("Auto-Submitted", null)).isNull();
		assertThat(((Multipart) mail.getContent()).getBodyPart(1).getContent().toString())
			.contains("Try &lt;b&gt;version&lt;/b&gt; 12: <a href=\"https://example.test/a?b=1&amp;c=2\"");
		assertThat(this.cases.messages(number).get(1).html()).isEqualTo("<b>news</b>");
		assertThat(this.correspondence.caseOf(List.of(mail.getMessageID()))).hasValue(number);
	}

	@Test
	void filesGoAlongAndEverybodyInCopyHasAReplyAddressOfTheirOwn() throws Exception {
		CaseNumber number = opened("Playback stops");
		this.postman.work();
		this.participants.join(number, "Lee@Example.test", "Lee Müller");
		byte[] content = new byte[300_000];
		this.transaction.executeWithoutResult((status) -> {
			Message message = answer(number, "See the file.");
			attach(number, message, "größe.bin", content);
		});
		this.postman.work();
		List<MimeMessage> mails = mails().subList(1, 3);
		assertThat(mails).extracting((mail) -> mail.getMessageID()).containsOnly(mails.get(0).getMessageID());
		assertThat(mails).extracting((mail) -> mail.getHeader("Reply-To", null)).doesNotHaveDuplicates();
		assertThat(mails.get(0).getHeader("Cc", null)).isEqualTo("=?UTF-8?Q?Lee_M=C3=BCller?= <Lee@Example.test>");
		Part file = ((Multipart) mails.get(1).getContent()).getBodyPart(1);
		assertThat(file.getFileName()).isEqualTo("größe.bin");
		assertThat(file.getDisposition()).isEqualTo("attachment");
		assertThat(file.getInputStream().readAllBytes()).isEqualTo(content);
	}

	@Test
	void aServerThatIsDownForAnHourDelaysLettersAndDoublesNone() throws Exception {
		int port = this.server.getSmtp().getPort();
		this.server.stop();
		List<CaseNumber> numbers = IntStream.range(0, 5).mapToObj((i) -> opened("Case " + i)).toList();
		numbers.forEach((number) -> answer(number, "first"));
		for (int minutes = 0; minutes < 60; minutes += 5) {
			this.postman.work();
			this.clock.pass(Duration.ofMinutes(5));
		}
		assertThat(this.outbox.backlog().waiting()).isEqualTo(10);
		assertThat(this.outbox.backlog().why()).isNotBlank();
		this.server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
		this.server.start();
		this.clock.pass(Duration.ofMinutes(5));
		this.postman.work();
		assertThat(mails()).hasSize(10).extracting((mail) -> mail.getMessageID()).doesNotHaveDuplicates();
		for (CaseNumber number : numbers) {
			assertThat(mails().stream().filter((mail) -> subject(mail).contains(number.value())).toList())
				.extracting((mail) -> mail.getHeader("Auto-Submitted", null))
				.containsExactly("auto-replied", null);
		}
		assertThat(this.outbox.backlog().waiting()).isZero();
	}

	@Test
	void aNodeKilledBetweenSendingAndMarkingRepeatsTheSameMail() throws Exception {
		CaseNumber number = opened("Playback stops");
		Postman killed = postman(forgetting(this.outbox));
		killed.work();
		assertThat(mails()).hasSize(1);
		this.postman.work();
		assertThat(mails()).as("the lease holds").hasSize(1);
		this.clock.pass(this.settings.lease());
		this.postman.work();
		assertThat(mails()).hasSize(2);
		assertThat(mails().get(1).getMessageID()).isEqualTo(mails().get(0).getMessageID());
		assertThat(text(mails().get(1))).isEqualTo(text(mails().get(0)));
		assertThat(last(number).delivery().code()).isEqualTo("sent");
	}

	@Test
	void aKilledNodeDelaysNoLetterButTheOneAtHandAndThatOneByAMinute() {
		CaseNumber atHand = opened("At hand");
		CaseNumber other = opened("Other");
		assertThat(this.outbox.take(this.settings.lease(), "tierline.test").orElseThrow().number()).isEqualTo(atHand);
		this.postman.work();
		assertThat(last(other).delivery().code()).isEqualTo("sent");
		assertThat(last(atHand).delivery().code()).isEqualTo("queued");
		this.clock.pass(Duration.ofMinutes(1));
		this.postman.work();
		assertThat(last(atHand).delivery().code()).isEqualTo("sent");
	}

	@Test
	void aLetterThatTakesLongIsNotSentByAnotherNodeMeanwhile() throws Exception {
		CaseNumber number = opened("Playback stops");
		MailSettings impatient = new MailSettings("support@tierline.test", "Support", Duration.ofDays(1),
				Duration.ofSeconds(2));
		CountDownLatch goesOn = new CountDownLatch(1);
		Postman slow = postman(slow(this.outbox, goesOn), impatient);
		Postman other = postman(this.outbox, impatient);
		Thread sending = new Thread(slow::work);
		sending.start();
		await().until(() -> !mails().isEmpty());
		for (int lease = 0; lease < 3; lease++) {
			Instant until = nextAttempt(number);
			this.clock.pass(Duration.ofMillis(1900));
			await().until(() -> nextAttempt(number).isAfter(until));
			other.work();
		}
		goesOn.countDown();
		sending.join();
		other.work();
		assertThat(mails()).hasSize(1);
		assertThat(last(number).delivery().code()).isEqualTo("sent");
	}

	@Test
	void whoeverLostALetterSendsItNoMore() {
		CaseNumber number = opened("Playback stops");
		Outgoing mine = this.outbox.take(Duration.ofMinutes(1), "tierline.test").orElseThrow();
		this.clock.pass(Duration.ofMinutes(1));
		assertThat(this.outbox.renew(mine, Duration.ofMinutes(1))).as("nobody else has it").isTrue();
		this.clock.pass(Duration.ofMinutes(1));
		Outgoing others = this.outbox.take(Duration.ofMinutes(1), "tierline.test").orElseThrow();
		assertThat(others.number()).isEqualTo(number);
		assertThat(this.outbox.renew(mine, Duration.ofMinutes(1))).isFalse();
	}

	@Test
	void twoNodesSideBySideSendTwoHundredLettersOnceEach() throws Exception {
		CaseNumber number = opened("Playback stops");
		this.jdbc.sql("update message set delivery = 'none' where delivery = 'queued'").update();
		List<CaseNumber> numbers = IntStream.range(0, 20).mapToObj((i) -> opened("Case " + i)).toList();
		for (int round = 0; round < 9; round++) {
			numbers.forEach((one) -> answer(one, "again"));
		}
		Postman other = postman(this.outbox);
		CountDownLatch go = new CountDownLatch(1);
		List<Thread> nodes = List.of(this.postman, other).stream().map((node) -> new Thread(() -> {
			hold(go);
			while (this.outbox.backlog().waiting() > 0) {
				node.work();
			}
		})).toList();
		nodes.forEach(Thread::start);
		go.countDown();
		for (Thread node : nodes) {
			node.join(Duration.ofMinutes(2).toMillis());
		}
		assertThat(mails()).hasSize(200).extracting((mail) -> mail.getMessageID()).doesNotHaveDuplicates();
		assertThat(number).isNotNull();
		for (CaseNumber one : numbers) {
			List<Long> order = mails().stream()
				.filter((mail) -> subject(mail).contains(one.value()))
				.map(LettersTests::row)
				.toList();
			assertThat(order).hasSize(10).isSorted();
		}
	}

	@Test
	void aLineEndInSubjectOrNameBeginsNoHeader() throws Exception {
		this.process.open(new Opening("Company " + UUID.randomUUID(),
				new Contact("Kim\r\nBcc: a@example.test", "kim@example.test", null), null,
				"Stop\r\nBcc: b@example.test\r\n\r\nbody", "d", Impact.ONE, Urgency.HINDERED, Channel.WEB, null));
		this.postman.work();
		MimeMessage mail = only();
		assertThat(mail.getHeader("Bcc")).isNull();
		assertThat(mail.getSubject()).endsWith("Stop Bcc: b@example.test body");
		assertThat(mail.getAllRecipients()).hasSize(1);
	}

	@Test
	void anAddressRefusedForGoodFailsTheLetterAndSaysWhy() throws Exception {
		try (RefusingServer refusing = new RefusingServer("550 no such user here")) {
			this.sender.setPort(refusing.port());
			CaseNumber number = opened("Playback stops");
			this.postman.work();
			assertThat(last(number).delivery().code()).isEqualTo("failed");
			assertThat(last(number).deliveryWhy()).contains("kim@example.test", "no such user here");
			assertThat(this.outbox.backlog().failed()).isPositive();
		}
	}

	@Test
	void anAddressRefusedForNowIsTriedAgainForDaysAndThenGivenUp() throws Exception {
		try (RefusingServer refusing = new RefusingServer("451 try again later")) {
			this.sender.setPort(refusing.port());
			CaseNumber number = opened("Playback stops");
			this.postman.work();
			assertThat(last(number).delivery().code()).isEqualTo("queued");
			assertThat(last(number).deliveryWhy()).contains("try again later");
			for (int hours = 0; hours <= 125; hours += 4) {
				this.clock.pass(Duration.ofHours(4));
				this.postman.work();
			}
			assertThat(last(number).delivery().code()).isEqualTo("failed");
		}
	}

	@Test
	void aLetterThatComesBackMarksTheMessageAndTheAddress() throws Exception {
		CaseNumber number = opened("Playback stops");
		this.postman.work();
		this.correspondence.bounced(number, only().getMessageID(), "KIM@example.test", "mailbox full",
				this.clock.instant());
		assertThat(last(number).delivery().code()).isEqualTo("bounced");
		assertThat(last(number).deliveryWhy()).contains("mailbox full");
		answer(number, "Are you there?");
		this.postman.work();
		assertThat(mails()).hasSize(1);
		assertThat(last(number).delivery().code()).isEqualTo("failed");
		this.participants.heardFrom(number, "kim@example.test");
		answer(number, "There you are.");
		this.postman.work();
		assertThat(mails()).hasSize(2);
	}

	@Test
	void nothingIsSentToOurselves() {
		CaseNumber number = this.process
			.open(new Opening("Company " + UUID.randomUUID(), new Contact("Loop", "Support+abc@tierline.test", null),
					null, "s", "d", Impact.ONE, Urgency.HINDERED, Channel.EMAIL, null));
		this.postman.work();
		assertThat(mails()).isEmpty();
		assertThat(last(number).deliveryWhy()).contains("our own address");
	}

	private CaseNumber opened(String subject) {
		return this.process
			.open(new Opening("Company " + UUID.randomUUID(), new Contact("Kim Example", "kim@example.test", null),
					null, subject, "d", Impact.ONE, Urgency.HINDERED, Channel.WEB, null));
	}

	private Message answer(CaseNumber number, String text) {
		SecurityContextHolder.getContext()
			.setAuthentication(new TestingAuthenticationToken("tier1", null, "GROUP_tier1"));
		try {
			return this.process.staffWrites(number, text, false);
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

	private void attach(CaseNumber number, Message message, String name, byte[] content) {
		try {
			this.attachments.add(number, message.id(), name, new ByteArrayInputStream(content), "tier1");
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private Message last(CaseNumber number) {
		List<Message> all = this.cases.messages(number);
		return all.get(all.size() - 1);
	}

	private MimeMessage only() {
		assertThat(mails()).hasSize(1);
		return mails().get(0);
	}

	private List<MimeMessage> mails() {
		return new ArrayList<>(Arrays.asList(this.server.getReceivedMessages()));
	}

	private Postman postman(Outbox of) {
		return postman(of, this.settings);
	}

	private Postman postman(Outbox of, MailSettings as) {
		Postman other = new Postman(of, this.mailServer,
				new Delivery(of, this.cases, this.wording, this.attachments, this.mailServer, as, this.clock), as,
				this.clock);
		other.start();
		return other;
	}

	private Instant nextAttempt(CaseNumber number) {
		return this.jdbc.sql("select next_attempt_at from message where case_id = ?")
			.param(number.id())
			.query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
			.single();
	}

	/** The queue as a node sees it whose mail server takes its time. */
	private static Outbox slow(Outbox outbox, CountDownLatch goesOn) {
		return changed(outbox, (method) -> {
			if (method.equals("reached")) {
				hold(goesOn);
			}
		});
	}

	/** The queue as a node sees it that is killed as soon as it has sent a letter. */
	private static Outbox forgetting(Outbox outbox) {
		return changed(outbox, (method) -> {
			if (List.of("reached", "later", "done").contains(method)) {
				throw new IllegalStateException("killed");
			}
		});
	}

	private static Outbox changed(Outbox outbox, Consumer<String> before) {
		return (Outbox) Proxy.newProxyInstance(Outbox.class.getClassLoader(), new Class<?>[] { Outbox.class },
				(proxy, method, arguments) -> {
					before.accept(method.getName());
					try {
						return method.invoke(outbox, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

	private static String text(MimeMessage mail) throws Exception {
		return ((Multipart) mail.getContent()).getBodyPart(0).getContent().toString();
	}

	private static String subject(MimeMessage mail) {
		try {
			return Objects.toString(mail.getSubject());
		}
		catch (jakarta.mail.MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Message-IDs begin with the number of the row. */
	private static Long row(MimeMessage mail) {
		try {
			return Long.valueOf(mail.getMessageID().substring(1).split("\\.")[0]);
		}
		catch (jakarta.mail.MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void hold(CountDownLatch go) {
		try {
			go.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@TestConfiguration
	static class Time {

		@Bean
		@Primary
		MovableClock movableClock() {
			return new MovableClock();
		}

	}

}
