package org.tierline.intake.mail;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The mails as people look through them, and what they say becomes of those that were put
 * aside.
 */
@Repository
class MailReview {

	private final JdbcClient jdbc;

	private final Clock clock;

	MailReview(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The newest first. */
	List<InboundMail> in(MailState state, int limit) {
		return this.jdbc
			.sql("select " + InboundMailRow.COLUMNS + " from inbound_mail where state = ? order by id desc limit ?")
			.params(state.code(), limit)
			.query(InboundMailRow::read)
			.list();
	}

	Optional<InboundMail> find(long id) {
		return this.jdbc.sql("select " + InboundMailRow.COLUMNS + " from inbound_mail where id = ?")
			.param(id)
			.query(InboundMailRow::read)
			.optional();
	}

	/** A person wants the mail filed; false if there is nothing that could be. */
	boolean release(long id, String who) {
		OffsetDateTime now = InboundMailRow.at(this.clock.instant());
		return this.jdbc.sql("""
				update inbound_mail set state = 'received', released = true, attempts = 0, next_attempt_at = :now,
				finished_at = null, decided_at = :now, decided_by = :who, decided_why = null
				where id = :id and state in ('put-aside', 'ignored') and length(raw) >= size""")
			.param("now", now)
			.param("who", who)
			.param("id", id)
			.update() > 0;
	}

	/** A person has looked at it: nothing is to be done. False if it is not put aside. */
	boolean dismiss(long id, String who, String why) {
		OffsetDateTime now = InboundMailRow.at(this.clock.instant());
		return this.jdbc.sql("""
				update inbound_mail set state = 'ignored', finished_at = :now, decided_at = :now, decided_by = :who,
				decided_why = :why where id = :id and state = 'put-aside'""")
			.param("now", now)
			.param("who", who)
			.param("why", why)
			.param("id", id)
			.update() > 0;
	}

}
