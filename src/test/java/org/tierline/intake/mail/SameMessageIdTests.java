package org.tierline.intake.mail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.MovableClock;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Programs that give one Message-ID to many mails lose none of them (R21, F23). */
@MailTest
class SameMessageIdTests {

	private static final String MORNING = "Mon, 23 Nov 2026 08:00:00 +0000";

	private static final String NOON = "Mon, 23 Nov 2026 12:00:00 +0000";

	@Autowired
	Mailroom mailroom;

	@Autowired
	InboundMails mails;

	@Autowired
	MailReview review;

	@Autowired
	Cases cases;

	@Autowired
	MovableClock clock;

	@Autowired
	JdbcClient jdbc;

	private final String key = UUID.randomUUID().toString().substring(0, 8);

	private final String id = "<constant." + this.key + "@acme.test>";

	@BeforeEach
	void time() {
		this.clock.pass(Duration.ofHours(1));
	}

	@Test
	void anotherMailWithTheSameMessageIdIsACaseOfItsOwn() {
		arrives(MORNING, "The lamp is off.");
		arrives(NOON, "The door is open.");
		List<CaseNumber> opened = opened();
		assertThat(opened).hasSize(2);
		assertThat(this.cases.get(opened.get(1)).details()).isEqualTo("The door is open.");
		assertThat(this.cases.messages(opened.get(1))).anySatisfy((note) -> {
			assertThat(note.visibility().code()).isEqualTo("internal");
			assertThat(note.body()).contains(this.id, opened.get(0).value());
		});
	}

	@Test
	void eachOfThemDeliveredAgainIsCountedAndNothingElse() {
		for (int again = 0; again < 3; again++) {
			arrives(MORNING, "The lamp is off.");
			arrives(NOON, "The door is open.");
		}
		assertThat(opened()).hasSize(2);
		assertThat(rows()).extracting(InboundMail::copies).containsExactly(2, 2);
	}

	@Test
	void twoNodesTakeEachOfThemOnce() throws Exception {
		List<Thread> nodes = Stream.of("The lamp is off.", "The door is open.", "The lamp is off.", "The door is open.")
			.map((text) -> new Thread(() -> this.mails.store(mail("lamp-" + this.key + "@acme.test",
					text.startsWith("The lamp") ? MORNING : NOON, "Received: by " + UUID.randomUUID() + "\n", text))))
			.toList();
		nodes.forEach(Thread::start);
		for (Thread node : nodes) {
			node.join();
		}
		this.mailroom.file();
		assertThat(opened()).hasSize(2);
		assertThat(rows()).extracting(InboundMail::copies).containsExactly(1, 1);
	}

	@Test
	void aMailThatWasChangedOnItsWayWaitsForAPerson() {
		arrives(MORNING, "The lamp is off.");
		arrives(MORNING, "The lamp is off.\n-- \nThis mail was checked by a machine.");
		assertThat(opened()).hasSize(1);
		InboundMail changed = rows().get(1);
		assertThat(changed.state()).isEqualTo(MailState.PUT_ASIDE);
		assertThat(changed.why()).startsWith("it has the Message-ID, sender and date of another mail");
		assertThat(changed.saidId()).isEqualTo(this.id);
		assertThat(this.review.release(changed.id(), "tier1")).isTrue();
		this.mailroom.file();
		assertThat(opened()).hasSize(2);
	}

	@Test
	void somebodyElsesMailWithThatMessageIdIsNotSwallowed() {
		arrives(MORNING, "The lamp is off.");
		this.mails.store(mail("eve@evil.test", MORNING, "", "The lamp is off."));
		this.mailroom.file();
		assertThat(opened()).hasSize(2);
	}

	@Test
	void aLetterOfOursThatComesBackChangedOpensNothing() {
		arrives(MORNING, "The lamp is off.");
		this.jdbc.sql("update message set message_id = ? where case_id = ? and occasion = 'acknowledged'")
			.params(this.id, opened().get(0).id())
			.update();
		arrives(NOON, "Thank you for writing to us.");
		assertThat(opened()).hasSize(1);
		assertThat(rows().get(1).why()).startsWith("our own mail");
	}

	@Test
	void aMailFromBeforeContentsWereKeptIsKnownByItsMessageIdAlone() {
		arrives(MORNING, "The lamp is off.");
		this.jdbc.sql("update inbound_mail set content = null where message_id = ?").param(this.id).update();
		arrives(NOON, "The door is open.");
		assertThat(rows()).singleElement().satisfies((row) -> assertThat(row.copies()).isEqualTo(1));
	}

	private void arrives(String date, String text) {
		this.mails
			.store(mail("lamp-" + this.key + "@acme.test", date, "Received: by " + UUID.randomUUID() + "\n", text));
		this.mailroom.file();
	}

	private Arrived mail(String from, String date, String transport, String text) {
		byte[] raw = (transport + "Message-ID: " + this.id + "\nFrom: " + from + "\nDate: " + date
				+ "\nTo: support@tierline.test\nSubject: Alarm " + this.key + "\n\n" + text)
			.getBytes(StandardCharsets.UTF_8);
		return Arrived.of(raw, raw.length, null);
	}

	private List<CaseNumber> opened() {
		return this.mailroom.cases("Alarm " + this.key);
	}

	private List<InboundMail> rows() {
		return this.jdbc.sql("select id from inbound_mail where message_id = :id or said_id = :id order by id")
			.param("id", this.id)
			.query(Long.class)
			.list()
			.stream()
			.map((row) -> this.review.find(row).orElseThrow())
			.toList();
	}

}
