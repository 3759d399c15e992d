package org.tierline.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.tierline.alerts.Notices.Notice;
import org.tierline.alerts.Notices.State;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table notice: an outbox that several nodes empty side by side. */
@Repository
class NoticeRows {

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

	/**
	 * Lets a failed notice go out again, with all the patience of a new one; its last
	 * error stays until it is taken.
	 * @return false if it has not failed or nobody needs it any more
	 */
	boolean retry(long id, String who, Instant now) {
		return this.jdbc.sql("""
				update notice n set state = 'queued', attempts = 0, next_attempt_at = :now, retried_at = :now,
				retried_by = :who from alert a where n.id = :id and n.state = 'failed' and a.id = n.alert_id
				and a.acknowledged_at is null and a.ended_at is null""")
			.param("id", id)
			.param("who", who)
			.param("now", Columns.at(now))
			.update() > 0;
	}

	Optional<Notice> find(long id) {
		return this.jdbc.sql("select n.*, a.case_id from notice n join alert a on a.id = n.alert_id where n.id = ?")
			.param(id)
			.query(NoticeRows::notice)
			.optional();
	}

	List<Notice> list(State state, Long after, int limit) {
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
				row.getString("subject"), row.getString("body"), row.getInt("attempts"), since(row));
	}

	private static Instant since(ResultSet row) throws SQLException {
		Instant retried = Columns.instant(row, "retried_at");
		return (retried != null) ? retried : Columns.instant(row, "queued_at");
	}

	private static Notice notice(ResultSet row, int index) throws SQLException {
		return new Notice(row.getLong("id"), row.getObject("delivery_id", UUID.class), Columns.number(row),
				row.getLong("alert_id"), row.getInt("step"), Columns.word(row, "way", WayName.class),
				row.getString("address"), row.getString("subject"), Columns.word(row, "state", State.class),
				row.getInt("attempts"), Columns.instant(row, "queued_at"), Columns.instant(row, "next_attempt_at"),
				Columns.instant(row, "sent_at"), row.getString("last_error"), Columns.instant(row, "retried_at"),
				row.getString("retried_by"));
	}

	/**
	 * A notice that is being delivered.
	 *
	 * @param since when it was queued, or let go out again
	 */
	record Claim(long id, UUID delivery, String address, String subject, String body, int attempts, Instant since) {
	}

}
