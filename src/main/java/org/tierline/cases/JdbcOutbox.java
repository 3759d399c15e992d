package org.tierline.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The queue in the tables message and message_copy. */
@Repository
@Transactional
class JdbcOutbox implements Outbox {

	/** So many Message-IDs of a thread are named: mail programs need no more. */
	private static final int THREAD = 10;

	private final JdbcClient jdbc;

	private final Participants participants;

	private final Attachments attachments;

	private final Clock clock;

	JdbcOutbox(JdbcClient jdbc, Participants participants, Attachments attachments, Clock clock) {
		this.jdbc = jdbc;
		this.participants = participants;
		this.attachments = attachments;
		this.clock = clock;
	}

	/**
	 * Message-IDs carry the instant too: after a restore from a backup the same row
	 * number is another letter.
	 */
	@Override
	public Optional<Outgoing> take(Duration lease, String domain) {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				with due as (select m.id from message m where m.delivery = 'queued' and m.next_attempt_at <= :now
				and not exists (select from message e where e.case_id = m.case_id and e.delivery = 'queued'
				and e.id < m.id) order by m.next_attempt_at, m.id limit 1 for update of m skip locked)
				update message m set next_attempt_at = :until, attempts = attempts + 1,
				message_id = coalesce(message_id, '<' || m.id || '.' || (extract(epoch from at) * 1000)::bigint
				|| '.SC-' || case_id || '@' || :domain || '>')
				from due where m.id = due.id
				returning m.id, case_id, occasion, at, who, body, message_id, attempts""")
			.param("now", Columns.at(now))
			.param("until", Columns.at(now.plus(lease)))
			.param("domain", domain)
			.query(this::read)
			.optional();
	}

	/** Whoever took it last counted one attempt more. */
	@Override
	public boolean renew(Outgoing letter, Duration lease) {
		return this.jdbc
			.sql("update message set next_attempt_at = ? where id = ? and delivery = 'queued' and attempts = ?")
			.params(Columns.at(this.clock.instant().plus(lease)), letter.id(), letter.attempts())
			.update() > 0;
	}

	private Outgoing read(ResultSet row, int index) throws SQLException {
		long id = row.getLong("id");
		CaseNumber number = Columns.number(row, "case_id");
		List<Participant> all = this.participants.of(number);
		Set<Long> settled = settled(id);
		List<Participant> missing = all.stream()
			.filter((one) -> one.bouncedAt() == null && !settled.contains(one.id()))
			.toList();
		return new Outgoing(id, number, Columns.word(row, "occasion", Occasion.class), Columns.instant(row, "at"),
				row.getString("who"), row.getString("body"), row.getString("message_id"), row.getInt("attempts"),
				thread(number, id), all, missing, files(number, id));
	}

	private Set<Long> settled(long id) {
		return this.jdbc.sql("select participant_id from message_copy where message = ?")
			.param(id)
			.query(Long.class)
			.list()
			.stream()
			.collect(Collectors.toSet());
	}

	private List<String> thread(CaseNumber number, long before) {
		List<String> ids = new ArrayList<>(this.jdbc.sql("select message_id from first_mail where case_id = ?")
			.param(number.id())
			.query(String.class)
			.list());
		List<String> latest = this.jdbc.sql("""
				select message_id from message where case_id = ? and id < ? and message_id is not null
				and visibility = 'public' order by id desc limit ?""")
			.params(number.id(), before, THREAD)
			.query(String.class)
			.list();
		for (int i = latest.size() - 1; i >= 0; i--) {
			ids.add(latest.get(i));
		}
		return ids;
	}

	private List<Attachment> files(CaseNumber number, long id) {
		return this.attachments.of(number)
			.stream()
			.filter((file) -> file.message() != null && file.message() == id)
			.toList();
	}

	@Override
	public void reached(Outgoing letter, Participant participant) {
		settle(letter, participant, Delivery.SENT, null);
	}

	@Override
	public void refused(Outgoing letter, Participant participant, String why) {
		settle(letter, participant, Delivery.FAILED, why);
	}

	private void settle(Outgoing letter, Participant participant, Delivery state, String why) {
		this.jdbc.sql("""
				insert into message_copy (message, participant_id, state, why, at) values (?, ?, ?, ?, ?)
				on conflict (message, participant_id) do nothing""")
			.params(letter.id(), participant.id(), state.code(), why, Columns.at(this.clock.instant()))
			.update();
	}

	/**
	 * The contact's copy decides; that somebody in copy did not get it is said beside.
	 */
	@Override
	public void done(Outgoing letter) {
		this.jdbc.sql("""
				with copy as (select p.role, c.state, p.email || ': ' || c.why as why
				from message_copy c join participant p on p.id = c.participant_id where c.message = :id)
				update message set
				delivery = case when exists (select from copy where role = 'contact' and state <> 'sent')
				or not exists (select from copy where state = 'sent') then 'failed' else 'sent' end,
				delivery_why = coalesce((select string_agg(why, '; ') from copy where state <> 'sent'),
				case when not exists (select from copy) then 'every address has bounced before' end),
				delivered_at = case when exists (select from copy where state = 'sent') then :now::timestamptz end
				where id = :id and delivery = 'queued'""")
			.param("id", letter.id())
			.param("now", Columns.at(this.clock.instant()))
			.update();
	}

	@Override
	public void later(Outgoing letter, String why, Instant next) {
		this.jdbc.sql(
				"update message set delivery_why = coalesce(?, delivery_why), next_attempt_at = ? where id = ? and delivery = 'queued'")
			.params(why, Columns.at(next), letter.id())
			.update();
	}

	@Override
	public void failed(Outgoing letter, String why) {
		this.jdbc.sql("update message set delivery = 'failed', delivery_why = ? where id = ? and delivery = 'queued'")
			.params(why, letter.id())
			.update();
	}

	@Override
	public Backlog backlog() {
		return this.jdbc
			.sql("""
					select (select count(*) from message where delivery = 'queued') as waiting, oldest.at, oldest.delivery_why,
					(select count(*) from message where delivery = 'failed') as failed,
					(select count(*) from message where delivery = 'bounced') as bounced
					from (select 1) one left join lateral (select at, delivery_why from message where delivery = 'queued'
					order by id limit 1) oldest on true""")
			.query((row, index) -> new Backlog(row.getLong("waiting"), Columns.instant(row, "at"),
					row.getString("delivery_why"), row.getLong("failed"), row.getLong("bounced")))
			.single();
	}

}
