package org.tierline.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.ClockState;
import org.tierline.cases.Correspondence;
import org.tierline.cases.Message;
import org.tierline.cases.Outbox;
import org.tierline.cases.Participants;
import org.tierline.cases.ResolutionKind;
import org.tierline.cases.Status;
import org.tierline.cases.What;
import org.tierline.customers.Plan;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.ProgressRequests;
import org.tierline.sla.Target;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Progress reports in the customers' mailboxes: one mail for all cases of a recipient
 * that are near their update targets, none for cases that are done.
 */
@ProcessStory
@Import({ PatchStory.class, WaitingCustomers.class })
@TestPropertySource(properties = { "spring.mail.host=127.0.0.1", "tierline.mail.every=PT0.1S",
		"tierline.mail.address=support@tierline.test" })
class ProgressMailStoryTests {

	private static final AtomicInteger WEEKS = new AtomicInteger();

	@Autowired
	PatchStory patches;

	@Autowired
	Story story;

	@Autowired
	WaitingCustomers customers;

	@Autowired
	DefectProgress progress;

	@Autowired
	ProgressWork work;

	@Autowired
	Outbox outbox;

	@Autowired
	Participants participants;

	@Autowired
	Correspondence correspondence;

	@Autowired
	JavaMailSenderImpl sender;

	@Autowired
	JdbcClient jdbc;

	private final String run = UUID.randomUUID().toString();

	private final String ann = "ann" + this.run;

	private final String bob = "bob" + this.run;

	private final String cas = "cas" + this.run;

	private GreenMail server;

	/** Each later than the one before: what the postman puts off until then is due. */
	@BeforeEach
	void anotherWorkingMonday() {
		this.story.clock.moveTo(Story.MONDAY.plus(Duration.ofDays(7 * WEEKS.incrementAndGet())));
		this.jdbc.sql("update message set delivery = 'none' where delivery = 'queued'").update();
		this.server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
		this.server.start();
		this.sender.setPort(this.server.getSmtp().getPort());
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void eachRecipientGetsOneMailForAllCasesThatAreNear() throws Exception {
		String acme = this.story.company(Plan.PREMIUM, false);
		CaseNumber one = this.customers.waits(acme, this.ann, null);
		DefectNumber playback = this.customers.defect(one);
		CaseNumber two = this.customers.waits(acme, this.ann, playback);
		CaseNumber three = this.customers.waits(acme, this.ann, null);
		CaseNumber other = this.customers.waits(this.story.company(Plan.PREMIUM, false), this.bob, playback);
		String cascade = this.story.company(Plan.PREMIUM, false);
		CaseNumber four = this.customers.waits(cascade, this.cas, playback);
		CaseNumber five = this.customers.waits(cascade, this.cas, null);
		String lee = "lee" + this.run;
		this.participants.join(four, WaitingCustomers.email(lee), "Lee");
		this.story.clock.pass(Duration.ofHours(1));
		CaseNumber near = this.customers.waits(acme, this.ann, playback);
		this.story.clock.pass(Duration.ofHours(5));
		CaseNumber far = this.customers.waits(acme, this.ann, playback);
		sent();
		this.server.purgeEmailFromAllMailboxes();

		this.customers.nextReport(two);
		this.customers.nextReport(other);
		this.customers.nextReport(five);
		Instant at = this.story.clock.instant();
		sent();
		assertThat(mails(this.ann)).singleElement().satisfies((mail) -> {
			assertThat(mail.getSubject()).isEqualTo("[" + one + "] Where your 4 cases stand");
			assertThat(text(mail))
				.contains(one + ": Playback stops for " + this.ann + "\r\n" + two + ": Playback stops for " + this.ann,
						playback + ": Playback stops after the update", three + ": Playback",
						this.customers.defect(three) + ": Playback", near + ": Playback",
						"Answers about " + three + " to: support+" + token(three),
						"An answer to this mail reaches case " + one)
				.doesNotContain(far.value(), "{{", "Answers about " + one);
			assertThat(mail.getHeader("Reply-To", null)).contains(token(one));
			assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
			assertThat(this.correspondence.caseOf(List.of(mail.getMessageID()))).hasValue(one);
		});
		assertThat(mails(this.bob)).singleElement()
			.satisfies((mail) -> assertThat(mail.getSubject())
				.isEqualTo("[" + other + "] Playback stops for " + this.bob));
		assertThat(mails(this.cas)).singleElement().satisfies((mail) -> {
			assertThat(text(mail)).contains(four.value(), five.value());
			assertThat(mail.getHeader("Cc")).as("who takes part in one of them sees the other no more than before")
				.isNull();
		});
		assertThat(mails(lee)).singleElement().satisfies((mail) -> {
			assertThat(text(mail)).contains(four.value()).doesNotContain(five.value());
			assertThat(mail.getHeader("Reply-To", null))
				.contains(this.participants.find(four, WaitingCustomers.email(lee)).orElseThrow().token());
		});
		assertTold(at, one, two, three, near, other, four, five);
		assertThat(this.customers.reports(far)).isEmpty();
	}

	private void assertTold(Instant at, CaseNumber... numbers) {
		for (CaseNumber number : numbers) {
			assertThat(this.customers.letters(number)).as(number.value()).singleElement().satisfies((message) -> {
				assertThat(message.delivery().code()).isEqualTo("sent");
				assertThat(message.body()).contains(this.customers.defect(number) + ": ");
			});
			assertThat(this.story.timeline(number)).endsWith(What.ANSWERED);
			assertThat(this.patches.why(number, What.ANSWERED)).isEqualTo("progress report");
			assertThat(this.customers.dueAt(number)).isEqualTo(at.plus(Duration.ofDays(1)));
			assertThat(this.customers.armedAt(number)).as("its timer follows").isEqualTo(this.customers.dueAt(number));
			assertThat(this.story.file(number).clocks().get(Target.UPDATE).state()).isEqualTo(ClockState.RUNNING);
		}
	}

	@Test
	void whoeverWasToldWithAnotherCaseIsToldAgainAtTheNextTargetOnly() {
		String acme = this.story.company(Plan.PREMIUM, false);
		CaseNumber one = this.customers.waits(acme, this.ann, null);
		CaseNumber two = this.customers.waits(acme, this.ann, this.customers.defect(one));
		this.customers.nextReport(one);
		this.story.passes(Duration.ZERO, two);
		assertThat(this.customers.reports(two)).hasSize(1);
		this.customers.nextReport(two);
		assertThat(this.customers.reports(one)).hasSize(2);
		assertThat(this.customers.reports(two)).hasSize(2);
	}

	@Test
	void anotherContactOrAnotherCompanyIsAnotherMail() {
		String acme = this.story.company(Plan.PREMIUM, false);
		CaseNumber one = this.customers.waits(acme, this.ann, null);
		CaseNumber colleague = this.customers.waits(acme, this.bob, null);
		CaseNumber elsewhere = this.customers.waits(this.story.company(Plan.PREMIUM, false), this.ann, null);
		this.customers.nextReport(one);
		assertThat(this.customers.reports(colleague)).isEmpty();
		assertThat(this.customers.reports(elsewhere)).isEmpty();
	}

	@Test
	void aReportOfACaseThatIsDoneMeanwhileIsTakenOutAndTheOthersGo() throws Exception {
		String acme = this.story.company(Plan.PREMIUM, false);
		CaseNumber one = this.customers.waits(acme, this.ann, null);
		CaseNumber two = this.customers.waits(acme, this.ann, this.customers.defect(one));
		CaseNumber three = this.customers.waits(acme, this.ann, this.customers.defect(one));
		CaseNumber alone = this.customers.waits(this.story.company(Plan.PREMIUM, false), this.bob, null);
		sent();
		this.server.purgeEmailFromAllMailboxes();
		this.sender.setPort(1);
		this.customers.nextReport(one);
		this.customers.nextReport(alone);
		resolved(one);
		this.story.process.withdraw(alone, "found it");
		this.sender.setPort(this.server.getSmtp().getPort());
		sent();
		assertThat(reports(this.ann)).singleElement().satisfies((mail) -> {
			assertThat(text(mail)).contains(two.value(), three.value()).doesNotContain(one.value());
			assertThat(mail.getHeader("Reply-To", null)).contains(token(two));
		});
		assertThat(reports(this.bob)).isEmpty();
		assertDropped(one, "resolved");
		assertDropped(alone, "withdrawn");
		assertThat(this.customers.letters(two).get(0).delivery().code()).isEqualTo("sent");
	}

	private void assertDropped(CaseNumber number, String status) {
		Message report = this.customers.letters(number).get(0);
		assertThat(report.delivery().code()).isEqualTo("dropped");
		assertThat(report.deliveryWhy()).contains("the case is " + status);
		assertThat(report.deliveredAt()).isNull();
	}

	@Test
	void aCaseThatIsDoneIsNotTold() {
		String acme = this.story.company(Plan.PREMIUM, false);
		CaseNumber one = this.customers.waits(acme, this.ann, null);
		CaseNumber resolved = this.customers.waits(acme, this.ann, this.customers.defect(one));
		CaseNumber withdrawn = this.customers.waits(acme, this.ann, this.customers.defect(one));
		resolved(resolved);
		this.story.process.withdraw(withdrawn, "found it");
		this.customers.nextReport(one);
		assertThat(this.customers.reports(one)).hasSize(1);
		assertThat(this.customers.reports(resolved)).isEmpty();
		assertThat(this.customers.reports(withdrawn)).isEmpty();
		ProgressRequests.Request request = this.progress.tell(this.customers.defect(one), null);
		assertThat(request.cases()).isEqualTo(1);
	}

	@Test
	void everybodyIsToldNowOnceForARequest() throws Exception {
		String acme = this.story.company(Plan.PREMIUM, false);
		CaseNumber one = this.customers.waits(acme, this.ann, null);
		DefectNumber defect = this.customers.defect(one);
		CaseNumber two = this.customers.waits(acme, this.ann, defect);
		CaseNumber three = this.customers.waits(this.story.company(Plan.STANDARD, false), this.bob, defect);
		CaseNumber unanswered = this.customers.unanswered(this.story.company(Plan.PREMIUM, false), this.cas, defect);
		CaseNumber done = this.customers.waits(acme, this.ann, defect);
		CaseNumber elsewhere = this.customers.waits(acme, this.ann, null);
		sent();
		this.server.purgeEmailFromAllMailboxes();
		this.story.clock.pass(Duration.ofHours(1));
		this.customers.as("release-managers", () -> {
			ProgressRequests.Request request = this.progress.tell(defect, "key " + this.run);
			assertThat(request.cases()).isEqualTo(5);
			assertThat(this.progress.tell(defect, "key " + this.run).id()).isEqualTo(request.id());
		});
		resolved(done);
		Instant at = this.story.clock.instant();
		this.work.work();
		this.work.work();
		sent();
		assertThat(reports(this.ann)).singleElement()
			.satisfies((mail) -> assertThat(text(mail)).contains(one.value(), two.value())
				.doesNotContain(done.value(), elsewhere.value()));
		assertThat(reports(this.bob)).hasSize(1);
		assertThat(reports(this.cas)).hasSize(1);
		for (CaseNumber number : List.of(one, two, three)) {
			assertThat(this.customers.reports(number)).hasSize(1);
			assertThat(this.customers.armedAt(number)).isEqualTo(this.customers.dueAt(number));
			assertThat(this.story.cases.timeline(number)).last().satisfies((entry) -> {
				assertThat(entry.who()).isEqualTo("release-managers");
				assertThat(entry.why()).isEqualTo("progress report");
			});
		}
		assertThat(this.customers.dueAt(one)).isEqualTo(at.plus(Duration.ofDays(1)));
		assertThat(this.story.file(unanswered).clocks().get(Target.RESPONSE).metAt()).as("no person has answered")
			.isNull();
		assertThat(this.customers.reports(elsewhere)).isEmpty();
		assertThat(this.customers.reports(done)).as("not even written").isEmpty();
		assertThat(this.progress.of(defect).last().orElseThrow()).satisfies((request) -> {
			assertThat(request.told()).isEqualTo(4);
			assertThat(request.open()).isZero();
		});
		assertThat(this.patches.defects.history(defect, 50)).filteredOn((event) -> event.what().equals("told"))
			.singleElement()
			.satisfies((event) -> assertThat(event.why()).isEqualTo("5 cases"));
	}

	@Test
	void aReportIsNoAnswerSoNoUpdateIsPromisedToWhomNobodyHasAnswered() {
		CaseNumber number = this.customers.unanswered(this.story.company(Plan.PREMIUM, false), this.ann, null);
		DefectNumber defect = this.customers.defect(number);
		this.progress.tell(defect, null);
		this.work.work();
		assertThat(this.customers.reports(number)).hasSize(1);
		this.story.complete(defect, "DevelopFix", "outcome", "not-a-defect", "fixNote", "works as documented");
		this.story.works();
		assertThat(this.story.status(number)).isEqualTo(Status.OPEN);
		assertThat(this.story.file(number).clocks().get(Target.UPDATE).state()).isEqualTo(ClockState.NONE);
	}

	@Test
	void aMailAboutSeveralCasesThatComesBackMarksThemAll() throws Exception {
		String acme = this.story.company(Plan.PREMIUM, false);
		CaseNumber one = this.customers.waits(acme, this.ann, null);
		CaseNumber two = this.customers.waits(acme, this.ann, null);
		this.customers.nextReport(one);
		sent();
		this.correspondence.bounced(one, reports(this.ann).get(0).getMessageID(), WaitingCustomers.email(this.ann),
				"mailbox full", this.story.clock.instant());
		for (CaseNumber number : List.of(one, two)) {
			assertThat(this.customers.letters(number).get(0).delivery().code()).isEqualTo("bounced");
			assertThat(this.participants.of(number).get(0).bouncedWhy()).isEqualTo("mailbox full");
		}
	}

	private void resolved(CaseNumber number) {
		this.story.process.customerWrites(number, "news?");
		this.story.complete(number, "FollowUp", "outcome", "workaround", "message", "Use the old player.");
		assertThat(this.story.status(number)).isEqualTo(Status.RESOLVED);
		assertThat(this.story.file(number).resolution().kind()).isEqualTo(ResolutionKind.WORKAROUND);
	}

	/** Whatever waits goes out; a server that was down is tried again. */
	private void sent() {
		await().atMost(Duration.ofSeconds(60)).until(() -> {
			if (this.outbox.backlog().waiting() > 0) {
				this.story.clock.pass(Duration.ofSeconds(1));
			}
			return this.outbox.backlog().waiting() == 0;
		});
	}

	/** What lies in that mailbox. */
	private List<MimeMessage> mails(String who) {
		GreenMailUser user = this.server.getUserManager().getUserByEmail(WaitingCustomers.email(who));
		try {
			return (user == null) ? List.of()
					: this.server.getManagers()
						.getImapHostManager()
						.getInbox(user)
						.getMessages()
						.stream()
						.map(StoredMessage::getMimeMessage)
						.toList();
		}
		catch (FolderException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Without what went out for other reasons. */
	private List<MimeMessage> reports(String who) {
		return mails(who).stream().filter((mail) -> text(mail).contains("Your problem is known to us")).toList();
	}

	private String token(CaseNumber number) {
		return this.participants.of(number).get(0).token();
	}

	private static String text(MimeMessage mail) {
		try {
			return ((Multipart) mail.getContent()).getBodyPart(0).getContent().toString();
		}
		catch (MessagingException | java.io.IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
