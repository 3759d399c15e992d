package org.tierline.intake.mail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.MovableClock;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Message;
import org.tierline.cases.Participant;
import org.tierline.cases.Participants;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever writes under another's address takes part in none of their cases (F24). */
@MailTest
@TestPropertySource(properties = "tierline.mail.trusted-authserv-id=mx.tierline.test")
class ForgedSenderTests {

	private static final String FORGED = "Authentication-Results: mx.tierline.test; dmarc=fail header.from=acme.test\n";

	private static final String HONEST = "Authentication-Results: mx.tierline.test; dmarc=pass header.from=acme.test\n";

	@Autowired
	Mailroom mailroom;

	@Autowired
	InboundMails mails;

	@Autowired
	MailReview review;

	@Autowired
	Cases cases;

	@Autowired
	Participants participants;

	@Autowired
	MovableClock clock;

	private final String key = UUID.randomUUID().toString().substring(0, 8);

	private CaseNumber number;

	@BeforeEach
	void aCase() {
		this.clock.pass(Duration.ofHours(1));
		this.number = arrives("first", HONEST, "");
	}

	@Test
	void aForgedAnswerOpensACaseWithAWarning() {
		int before = this.cases.messages(this.number).size();
		CaseNumber other = arrives("forged", FORGED, reply() + "Cc: eve@evil.test\n");
		assertThat(other).isNotEqualTo(this.number);
		assertThat(this.cases.messages(this.number)).hasSize(before);
		assertThat(this.cases.timeline(other))
			.anySatisfy((entry) -> assertThat(entry.why()).contains(this.number.value()));
		assertThat(this.cases.messages(other)).extracting(Message::body)
			.anySatisfy((note) -> assertThat(note).startsWith("CAUTION").contains("dmarc=fail"));
		assertThat(this.participants.of(other)).extracting(Participant::email)
			.containsExactly("kim-" + this.key + "@acme.test");
	}

	@Test
	void anHonestAnswerAndOneThatWasNotCheckedJoin() {
		assertThat(arrives("honest", HONEST, reply())).isEqualTo(this.number);
		assertThat(arrives("unchecked", "", reply())).isEqualTo(this.number);
		assertThat(arrives("stranger", FORGED.replace("mx.tierline.test", "mx.evil.test"), reply()))
			.isEqualTo(this.number);
	}

	@Test
	void aMailThatAPersonHasLookedAtJoins() {
		byte[] raw = mail("looked", FORGED, reply());
		this.mails.store(Arrived.of(raw, raw.length, "somebody must look at it"));
		assertThat(this.review.release(this.mailroom.mail(id("looked")).id(), "supervisor")).isTrue();
		this.mailroom.file();
		assertThat(this.mailroom.caseOf(id("looked"))).isEqualTo(this.number);
	}

	private String reply() {
		return "In-Reply-To: " + id("first") + "\n";
	}

	private CaseNumber arrives(String name, String checked, String more) {
		byte[] raw = mail(name, checked, more);
		this.mails.store(Arrived.of(raw, raw.length, null));
		this.mailroom.file();
		return this.mailroom.caseOf(id(name));
	}

	private byte[] mail(String name, String checked, String more) {
		return (checked + "Message-ID: " + id(name) + "\nFrom: kim-" + this.key + "@acme.test\n" + more
				+ "To: support@tierline.test\nSubject: Re: ours\n\nTell me all.")
			.getBytes(StandardCharsets.UTF_8);
	}

	private String id(String name) {
		return "<" + name + "." + this.key + "@acme.test>";
	}

}
