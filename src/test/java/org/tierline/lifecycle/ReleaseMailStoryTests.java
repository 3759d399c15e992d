package org.tierline.lifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Channel;
import org.tierline.cases.Impact;
import org.tierline.cases.Opening;
import org.tierline.cases.Outbox;
import org.tierline.cases.Status;
import org.tierline.cases.Urgency;
import org.tierline.customers.Contact;
import org.tierline.customers.Plan;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.NewRelease;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Three companies, five cases, two defects, an early fix and a release for all, a fix
 * that fails its verification, a case that comes late, and a customer whom the fix does
 * not help: what lies in each customer's mailbox, in order.
 */
@ProcessStory
@Import(PatchStory.class)
@TestPropertySource(properties = { "spring.mail.host=127.0.0.1", "tierline.mail.every=PT0.1S",
		"tierline.mail.address=support@tierline.test",
		"tierline.early-fix-url=https://download.example.com/{release}" })
class ReleaseMailStoryTests {

	@Autowired
	PatchStory patches;

	@Autowired
	Story story;

	@Autowired
	Outbox outbox;

	@Autowired
	JavaMailSenderImpl sender;

	private final Map<String, Map<CaseNumber, List<String[]>>> expected = new LinkedHashMap<>();

	private final String release = "2.4." + UUID.randomUUID();

	private GreenMail server;

	@BeforeEach
	void aWorkingMonday() {
		this.story.clock.moveTo(Story.MONDAY);
		this.server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
		this.server.start();
		this.sender.setPort(this.server.getSmtp().getPort());
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void eachCustomerIsToldWhatConcernsThemAndNothingElse() {
		String acme = this.story.company(Plan.PREMIUM, false);
		String borealis = this.story.company(Plan.STANDARD, false);
		String cascade = this.story.company(Plan.PREMIUM_PLUS, true);
		CaseNumber one = inTier2(acme, "ann");
		CaseNumber two = inTier2(borealis, "bob");
		CaseNumber three = inTier2(cascade, "cas");
		CaseNumber four = inTier2(acme, "ann");
		CaseNumber late = inTier2(borealis, "bob");
		this.patches.link(one, "defectTitle", "Playback stops");
		DefectNumber playback = this.patches.defect(one).number();
		this.patches.link(two, "defectNumber", playback.value());
		this.patches.link(three, "defectNumber", playback.value());
		this.patches.link(four, "defectTitle", "Sound is late");
		DefectNumber sound = this.patches.defect(four).number();

		this.patches.developed(playback);
		this.story.complete(playback, "VerifyFix", "verified", false, "verificationNote", "stops with subtitles");
		this.patches.verified(playback);
		this.story.works();
		String early = playback + "-hotfix-1";
		told("cas", three, "hotfix " + early, "accelerated track", "https://download.example.com/" + early);
		this.patches.verified(sound);

		this.patches.pipeline.plan(NewRelease.read(this.release, "patch", "regular", null, null,
				"https://download.example.com/player", null));
		this.patches.pipeline.planDefect(this.release, playback);
		this.patches.pipeline.planDefect(this.release, sound);
		this.patches.approved(this.release);
		this.patches.pipeline.publish(this.release);
		this.story.works();
		told("ann", one, "Playback stops", "patch " + this.release, "regular track", "/player", "- Sound is late");
		told("bob", two, "Playback stops", "patch " + this.release, "regular track", "/player");
		told("ann", four, "Sound is late", "patch " + this.release, "regular track", "/player");
		this.patches.link(late, "defectNumber", playback.value());
		told("bob", late, "Playback stops", "patch " + this.release, "/player");

		this.story.process.reopen(one, "it stops all the same");
		assertThat(this.story.openTasks(one)).containsExactly("InvestigateCase");
		this.patches.link(one, "defectNumber", playback.value());
		this.patches.verified(playback);
		String successor = this.patches.planAndPublish(playback);
		told("ann", one, "Playback stops", "patch " + successor);
		List.of(one, two, three, four, late)
			.forEach((number) -> assertThat(this.story.status(number)).isEqualTo(Status.RESOLVED));
		assertMailboxes();
	}

	private CaseNumber inTier2(String company, String who) {
		CaseNumber number = this.story.process.open(new Opening(company, new Contact(who, who + "@example.test", null),
				"Player", "Playback stops", "Since the update.", Impact.SEVERAL, Urgency.STOPPED, Channel.EMAIL, null));
		told(who, number, "Thank you for writing to us");
		this.story.complete(number, "TriageCase", "outcome", "escalate", "escalationNote", "a bug", "handoffMode",
				"direct");
		told(who, number, "is with our product team");
		return number;
	}

	/** The next letter to them about that case says this. */
	private void told(String who, CaseNumber number, String... words) {
		this.expected.computeIfAbsent(who, (key) -> new LinkedHashMap<>())
			.computeIfAbsent(number, (key) -> new ArrayList<>())
			.add(words);
	}

	private void assertMailboxes() {
		await().atMost(Duration.ofSeconds(60)).until(() -> this.outbox.backlog().waiting() == 0);
		this.expected.forEach((who, letters) -> {
			assertThat(mails(who, "")).as(who).hasSize(letters.values().stream().mapToInt(List::size).sum());
			letters.forEach((number, words) -> {
				List<String> mails = mails(who, "[" + number + "]");
				assertThat(mails).as(who + " about " + number).hasSameSizeAs(words);
				for (int i = 0; i < mails.size(); i++) {
					assertThat(mails.get(i)).as(who + " about " + number + ", letter " + i).contains(words.get(i));
				}
			});
		});
	}

	/** In the order in which they came. */
	private List<String> mails(String who, String about) {
		return Arrays.stream(this.server.getReceivedMessages())
			.filter((mail) -> to(mail).contains(who + "@example.test"))
			.map(ReleaseMailStoryTests::text)
			.filter((text) -> text.contains(about))
			.toList();
	}

	private static String to(MimeMessage mail) {
		try {
			return mail.getHeader("To", null);
		}
		catch (jakarta.mail.MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String text(MimeMessage mail) {
		try {
			return mail.getSubject() + "\n" + ((Multipart) mail.getContent()).getBodyPart(0).getContent();
		}
		catch (jakarta.mail.MessagingException | java.io.IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
