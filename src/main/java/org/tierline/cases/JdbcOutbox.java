package org.tierline.cases;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.tierline.cases.LetterSurroundings.Taken;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The queue in the tables message and message_copy. */
@Repository
@Transactional
class JdbcOutbox implements Outbox {

	/**
	 * Message-IDs carry the instant too: after a restore from a backup the same row
	 * number is another letter.
	 */
	private static final String HOLD = """
			update message m set next_attempt_at = :until, attempts = attempts + 1,
			message_id = coalesce(message_id, '<' || m.id || '.' || (extract(epoch from at) * 1000)::bigint
			|| '.SC-' || case_id || '@' || :domain || '>')
			""";

	private static final String HELD = " returning m.id, case_id, occasion, at, who, body, message_id, attempts, batch";

	/**
	 * Of letters that go together the first is taken for all: nobody else can take
	 * another of them meanwhile. It waits until all of them are the oldest of their
	 * cases.
	 */
	private static final String NEXT = """
			with due as (select m.id from message m where m.delivery = 'queued' and m.next_attempt_at <= :now
			and not exists (select from message e where e.case_id = m.case_id and e.delivery = 'queued'
			and e.id < m.id)
			and not exists (select from message p where p.batch = m.batch and p.delivery = 'queued'
			and (p.id < m.id or exists (select from message e where e.case_id = p.case_id
			and e.delivery = 'queued' and e.id < p.id)))
			order by m.next_attempt_at, m.id limit 1 for update of m skip locked)
			""" + HOLD + "from due where m.id = due.id" + HELD;

	private static final String BESIDES = "with held as (" + HOLD
			+ "where m.batch = :batch and m.delivery = 'queued' and m.id <> :id" + HELD
			+ ") select * from held order by id";

	/**
	 * Progress of cases that are done is no news. What somebody has got already stays as
	 * it was said.
	 */
	private static final String DROP = """
			update message m set delivery = 'dropped', next_attempt_at = null,
			delivery_why = 'the case is ' || c.status || ': its progress is no news any more'
			from support_case c where c.id = m.case_id and m.delivery = 'queued' and (m.id = :id or m.batch = :batch)
			and c.status in ('resolved', 'closed', 'withdrawn', 'merged')
			and not exists (select from message_copy where message = m.id) returning m.id""";

	private final JdbcClient jdbc;

	private final LetterSurroundings surroundings;

	private final Clock clock;

	JdbcOutbox(JdbcClient jdbc, LetterSurroundings surroundings, Clock clock) {
		this.jdbc = jdbc;
		this.surroundings = surroundings;
		this.clock = clock;
	}

	@Override
	public Optional<Outgoing> take(Duration lease, String domain) {
		Hold hold = new Hold(this.clock.instant(), lease, domain);
		Optional<Taken> next = next(hold);
		while (next.isPresent()) {
			List<Taken> letters = together(next.get(), hold);
			if (!letters.isEmpty()) {
				return Optional.of(this.surroundings.of(letters));
			}
			next = next(hold);
		}
		return Optional.empty();
	}

	private Optional<Taken> next(Hold hold) {
		return this.jdbc.sql(NEXT)
			.param("now", Columns.at(hold.now()))
			.param("until", hold.until())
			.param("domain", hold.domain())
			.query(Taken::read)
			.optional();
	}

	/** What goes out with it, as far as it still matters; itself too. */
	private List<Taken> together(Taken first, Hold hold) {
		if (first.occasion() != Occasion.PROGRESS_REPORT) {
			return List.of(first);
		}
		List<Long> dropped = drop(first);
		List<Taken> letters = new ArrayList<>();
		if (!dropped.contains(first.id())) {
			letters.add(first);
		}
		if (first.batch() != null) {
			letters.addAll(besides(first, hold));
		}
		return letters;
	}

	private List<Long> drop(Taken first) {
		return this.jdbc.sql(DROP)
			.param("id", first.id())
			.param("batch", first.batch(), Types.BIGINT)
			.query(Long.class)
			.list();
	}

	private List<Taken> besides(Taken first, Hold hold) {
		return this.jdbc.sql(BESIDES)
			.param("id", first.id())
			.param("batch", first.batch())
			.param("until", hold.until())
			.param("domain", hold.domain())
			.query(Taken::read)
			.list();
	}

	/** Whoever took it last counted one attempt more. */
	@Override
	public boolean renew(Outgoing letter, Duration lease) {
		return this.jdbc.sql("""
				update message set next_attempt_at = :until where id = any(:ids) and delivery = 'queued'
				and exists (select from message where id = :first and delivery = 'queued' and attempts = :attempts)""")
			.param("until", Columns.at(this.clock.instant().plus(lease)))
			.param("ids", letter.ids())
			.param("first", letter.id())
			.param("attempts", letter.attempts())
			.update() > 0;
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
		this.jdbc
			.sql("""
					with copy as (select c.message, p.role, c.state, p.email || ': ' || c.why as why
					from message_copy c join participant p on p.id = c.participant_id where c.message = any(:ids))
					update message m set
					delivery = case when exists (select from copy where message = m.id and role = 'contact' and state <> 'sent')
					or not exists (select from copy where message = m.id and state = 'sent') then 'failed' else 'sent' end,
					delivery_why = coalesce((select string_agg(why, '; ') from copy where message = m.id and state <> 'sent'),
					case when not exists (select from copy where message = m.id) then 'every address has bounced before' end),
					delivered_at = case when exists (select from copy where message = m.id and state = 'sent')
					then :now::timestamptz end where m.id = any(:ids) and m.delivery = 'queued'""")
			.param("ids", letter.ids())
			.param("now", Columns.at(this.clock.instant()))
			.update();
	}

	@Override
	public void later(Outgoing letter, String why, Instant next) {
		this.jdbc.sql("""
				update message set delivery_why = coalesce(:why, delivery_why), next_attempt_at = :next
				where id = any(:ids) and delivery = 'queued'""")
			.param("why", why, Types.VARCHAR)
			.param("next", Columns.at(next))
			.param("ids", letter.ids())
			.update();
	}

	@Override
	public void failed(Outgoing letter, String why) {
		this.jdbc.sql(
				"update message set delivery = 'failed', delivery_why = :why where id = any(:ids) and delivery = 'queued'")
			.param("why", why)
			.param("ids", letter.ids())
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

	/**
	 * How long what is taken is ours.
	 *
	 * @param domain of the Message-IDs
	 */
	private record Hold(Instant now, Duration lease, String domain) {

		OffsetDateTime until() {
			return Columns.at(this.now.plus(this.lease));
		}

	}

}
