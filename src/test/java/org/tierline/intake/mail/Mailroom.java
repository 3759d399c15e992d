package org.tierline.intake.mail;

import java.time.Duration;
import java.util.List;

import org.tierline.cases.CaseNumber;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.awaitility.Awaitility.await;

/** Reads and files mail when a test says so, and tells what has become of it. */
@TestComponent
class Mailroom {

	private final Intake intake;

	private final Clerk clerk;

	private final JdbcClient jdbc;

	Mailroom(Intake intake, Clerk clerk, JdbcClient jdbc) {
		this.intake = intake;
		this.clerk = clerk;
		this.jdbc = jdbc;
	}

	/** Reads the mailbox, once over a connection of its own, and files what was there. */
	void read(MailServer server) {
		store(server);
		file();
	}

	void store(MailServer server) {
		try (Mailbox mailbox = Mailbox.open(server.settings())) {
			this.jdbc.sql("""
					insert into mail_folder (name, reader, reader_until, since)
					values (?, 'a test', now(), now() - interval '1 minute') on conflict do nothing""")
				.param(server.settings().name())
				.update();
			this.intake.of(mailbox, server.settings()).takeAll();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The clerk of the product may be at it already. */
	void file() {
		await().atMost(Duration.ofMinutes(2)).until(() -> {
			this.clerk.work();
			return this.jdbc.sql(
					"select count(*) from inbound_mail where state = 'received' and attempts <= 1 and (why is null or released)")
				.query(Long.class)
				.single() == 0;
		});
	}

	/** The row of the mail of that Message-ID. */
	InboundMail mail(String messageId) {
		long id = this.jdbc.sql("select id from inbound_mail where message_id = ?")
			.param(messageId)
			.query(Long.class)
			.single();
		return new MailReview(this.jdbc, null).find(id).orElseThrow();
	}

	CaseNumber caseOf(String messageId) {
		return mail(messageId).number();
	}

	/** The cases with that subject, oldest first. */
	List<CaseNumber> cases(String subject) {
		return this.jdbc.sql("select id from support_case where subject = ? order by id")
			.param(subject)
			.query((row, index) -> CaseNumber.of(row.getLong("id")))
			.list();
	}

}
