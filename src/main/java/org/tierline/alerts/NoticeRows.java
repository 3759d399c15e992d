package org.tierline.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table notice: an outbox that several nodes empty side by side. */
@Repository
class NoticeRows implements Notices {

	private final JdbcClient jdbc;

	NoticeRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Queues a notice of a step, once for each address. Of steps that follow each other
	 * at once, an address hears once.
	 */
	void queue(StepRows.Step step, Audience.Found.Address to, NoticeText.Written written, Instant now) {
		this.jdbc.sql("""
				insert into notice (alert_id, step, recipient, way, address, subject, body, queued_at, next_attempt_at)
				select :alert, :step, :recipient, :way, :address, :subject, :body, :now, :now
				where not :once or not exists (select from notice n where n.alert_id = :alert and n.way = :way
				and n.address = :address)
				on conflict do nothing""")
			.param("once", step.delay().isZero())
			.param("alert", step.alert())
			.param("step", step.no())
			.param("recipient", step.recipient().code())
			.param("way", to.way().code())
			.param("address", to.address())
			.param("subject", written.subject())
			.param("body", written.body(to.way()))
			.param("now", Columns.at(now))
			.update();
	}

	/**
	 * Takes the notice that has waited longest. It comes up again after the lease, so
	 * that a killed delivery is repeated.
	 */
	Optional<Claim> claim(WayName way, Instant now, Instant lease) {
		return this.jdbc.sql("""
				update notice set attempts = attempts + 1, next_attempt_at = :lease where id = (
				select id from notice where state = 'queued' and way = :way and next_attempt_at <= :now
				order by next_attempt_at, id limit 1 for update skip locked) returning *""")
			.param("lease", Columns.at(lease))
			.param("way", way.code())
			.param("now", Columns.at(now))
			.query(NoticeRows::claim)
			.optional();
	}

	/** Taken by the other side, even if it was not needed any more meanwhile. */
	void sent(Claim claim, Instant now) {
		this.jdbc.sql("update notice set state = 'sent', sent_at = ?, last_error = null where id = ?")
			.params(Columns.at(now), claim.id())
			.update();
	}

	void tryAgain(Claim claim, Instant at, String error) {
		this.jdbc.sql("update notice set next_attempt_at = ?, last_error = ? where id = ? and state = 'queued'")
			.params(Columns.at(at), Columns.cut(error, 500), claim.id())
			.update();
	}

	void failed(Claim claim, String error) {
		this.jdbc.sql("update notice set state = 'failed', last_error = ? where id = ? and state = 'queued'")
			.params(Columns.cut(error, 500), claim.id())
			.update();
	}

	/**
	 * Lets all that takes the same way (null: to any address) wait, behind one another.
	 * @return how many wait
	 */
	int postpone(WayName way, String address, Instant until) {
		return this.jdbc.sql("""
				update notice set next_attempt_at = greatest(next_attempt_at, :until) where state = 'queued'
				and way = :way and (cast(:address as text) is null or address = :address)""")
			.param("until", Columns.at(until))
			.param("way", way.code())
			.param("address", address)
			.update();
	}

	@Override
	public List<Notice> list(State state, Long after, int limit) {
		return this.jdbc.sql("""
				select n.*, a.case_id from notice n join alert a on a.id = n.alert_id
				where (cast(:state as text) is null or n.state = :state)
				and (cast(:after as bigint) is null or n.id < :after) order by n.id desc limit :limit""")
			.param("state", (state != null) ? state.code() : null)
			.param("after", after)
			.param("limit", limit)
			.query(NoticeRows::notice)
			.list();
	}

	private static Claim claim(ResultSet row, int index) throws SQLException {
		return new Claim(row.getLong("id"), row.getObject("delivery_id", UUID.class), row.getString("address"),
				row.getString("subject"), row.getString("body"), row.getInt("attempts"),
				Columns.instant(row, "queued_at"));
	}

	private static Notice notice(ResultSet row, int index) throws SQLException {
		return new Notice(row.getLong("id"), row.getObject("delivery_id", UUID.class), Columns.number(row),
				row.getLong("alert_id"), row.getInt("step"), Columns.word(row, "way", WayName.class),
				row.getString("address"), row.getString("subject"), Columns.word(row, "state", State.class),
				row.getInt("attempts"), Columns.instant(row, "queued_at"), Columns.instant(row, "next_attempt_at"),
				Columns.instant(row, "sent_at"), row.getString("last_error"));
	}

	/** A notice that is being delivered. */
	record Claim(long id, UUID delivery, String address, String subject, String body, int attempts, Instant queuedAt) {
	}

}
