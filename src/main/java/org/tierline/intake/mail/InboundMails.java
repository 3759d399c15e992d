package org.tierline.intake.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;

import org.tierline.cases.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table inbound_mail: each mail once, by Message-ID and content (F23). */
@Repository
class InboundMails {

	/** A list's footer, a warning in the subject: a second case of it would be wrong. */
	private static final String CHANGED = "it has the Message-ID, sender and date of another mail, but not its content";

	private final JdbcClient jdbc;

	private final Clock clock;

	InboundMails(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Keeps the mail; the same one again is counted, and nothing else. One with another
	 * content is another mail, even if it says the same Message-ID.
	 */
	void store(Arrived mail) {
		if (!keep(mail, null)) {
			keep(mail.byContent(isChanged(mail) ? CHANGED : mail.trouble()), mail.messageId());
		}
	}

	/** Whether it is kept now: false if a mail with another content has its name. */
	private boolean keep(Arrived mail, String saidId) {
		OffsetDateTime now = InboundMailRow.at(this.clock.instant());
		MailState state = (mail.trouble() != null) ? MailState.PUT_ASIDE : MailState.RECEIVED;
		return this.jdbc
			.sql("""
					insert into inbound_mail (message_id, content, said_id, sender, written_at, subject, size, raw, state, why,
					received_at, next_attempt_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
					on conflict (message_id) do update set copies = inbound_mail.copies + 1
					where coalesce(inbound_mail.content, excluded.content) = excluded.content""")
			.params(mail.messageId(), mail.content(), saidId, mail.from(), InboundMailRow.at(mail.writtenAt()),
					mail.subject(), mail.size(), mail.raw(), state.code(), mail.trouble(), now, now)
			.update() > 0;
	}

	/**
	 * Whether it is the mail that has its Message-ID, changed on its way, as it seems.
	 */
	private boolean isChanged(Arrived mail) {
		return this.jdbc.sql("""
				select count(*) from inbound_mail where message_id = ?
				and lower(sender) is not distinct from lower(cast(? as text))
				and written_at is not distinct from cast(? as timestamptz)""")
			.params(mail.messageId(), mail.from(), InboundMailRow.at(mail.writtenAt()))
			.query(Long.class)
			.single() > 0;
	}

	/**
	 * Takes the oldest mail that is due. It is counted as tried before it is: one that
	 * takes its node down with it is put aside in the end, too.
	 * @param lease after which another node may take it
	 */
	Optional<InboundMail> take(Duration lease) {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				update inbound_mail set attempts = attempts + 1, next_attempt_at = ? where id = (
				select id from inbound_mail where state = 'received' and next_attempt_at <= ?
				order by next_attempt_at, id limit 1 for update skip locked) returning """ + InboundMailRow.COLUMNS)
			.params(InboundMailRow.at(now.plus(lease)), InboundMailRow.at(now))
			.query(InboundMailRow::read)
			.optional();
	}

	/** Locks the mail if it is still to be worked on. */
	Optional<InboundMail> lock(long id) {
		return this.jdbc
			.sql("select " + InboundMailRow.COLUMNS
					+ " from inbound_mail where id = ? and state = 'received' for update")
			.param(id)
			.query(InboundMailRow::read)
			.optional();
	}

	/** As it came; empty if it is filed and not kept any more. */
	Optional<byte[]> raw(long id) {
		return this.jdbc.sql("select raw from inbound_mail where id = ?")
			.param(id)
			.query((row, index) -> Optional.ofNullable(row.getBytes("raw")))
			.single();
	}

	void done(long id, CaseNumber number, boolean opened) {
		this.jdbc.sql("""
				update inbound_mail set state = 'done', case_id = ?, opened = ?, why = null, raw = null,
				finished_at = ? where id = ?""")
			.params(number.id(), opened, InboundMailRow.at(this.clock.instant()), id)
			.update();
	}

	void over(long id, MailState state, CaseNumber number, String why) {
		this.jdbc.sql("update inbound_mail set state = ?, case_id = ?, why = ?, finished_at = ? where id = ?")
			.params(state.code(), (number != null) ? number.id() : null, why, InboundMailRow.at(this.clock.instant()),
					id)
			.update();
	}

	void later(long id, String why, Instant at, boolean counts) {
		this.jdbc.sql("""
				update inbound_mail set next_attempt_at = ?, why = ?, attempts = attempts - ?
				where id = ? and state = 'received'""").params(InboundMailRow.at(at), why, counts ? 0 : 1, id).update();
	}

	/** Whether one of those mails was stored before that one and is not worked on yet. */
	boolean isWaiting(Collection<String> messageIds, long before) {
		return this.jdbc
			.sql("select count(*) from inbound_mail where message_id = any(:ids) and id < :id and state = 'received'")
			.param("ids", messageIds.toArray(String[]::new))
			.param("id", before)
			.query(Long.class)
			.single() > 0;
	}

	/**
	 * How many mails of that sender have become cases or messages since then. Until the
	 * transaction ends no other node counts, or files, for that sender.
	 */
	Traffic traffic(String sender, Instant since) {
		this.jdbc.sql("select count(pg_advisory_xact_lock(hashtextextended('mail of ' || lower(?), 0)))")
			.param(sender)
			.query(Long.class)
			.single();
		return this.jdbc.sql("""
				select count(*) filter (where opened) as opened, count(*) as filed from inbound_mail
				where lower(sender) = lower(?) and state = 'done' and finished_at >= ?""")
			.params(sender, InboundMailRow.at(since))
			.query((row, index) -> new Traffic(row.getLong("opened"), row.getLong("filed")))
			.single();
	}

	/** What came of a sender's mails. */
	record Traffic(long opened, long filed) {
	}

}
