package org.tierline.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.tierline.cases.CaseNumber;
import org.tierline.sla.CalendarKind;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The steps of alerts that are due or come next. */
@Repository
class StepRows {

	private static final int[] CHANGED = { Types.TIMESTAMP_WITH_TIMEZONE, Types.VARCHAR, Types.VARCHAR,
			Types.TIMESTAMP_WITH_TIMEZONE, Types.BIGINT, Types.INTEGER };

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	StepRows(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/** What is due, in the order in which the deadlines passed. */
	List<Due> due(Instant now, int limit) {
		return this.jdbc.sql("""
				select s.alert_id, s.no, a.case_id from alert_step s join alert a on a.id = s.alert_id
				where s.taken_at is null and s.due_at <= ? order by a.passed_at, a.id, s.no limit ?""")
			.params(Columns.at(now), limit)
			.query((row, index) -> new Due(row.getLong("alert_id"), row.getInt("no"), Columns.number(row)))
			.list();
	}

	/**
	 * Those that are still due and nobody else is at, in the order in which the deadlines
	 * passed.
	 */
	List<Step> lock(List<Due> due, Instant now) {
		return this.jdbc.sql("""
				select s.*, a.case_id, a.level, a.target, a.calendar, a.passed_at, a.due_at as deadline,
				(select count(*) from alert_step o where o.alert_id = s.alert_id) as of,
				n.recipient as next_recipient, n.delay_ms as next_delay_ms
				from unnest(cast(:alerts as bigint[]), cast(:nos as int[])) d (alert_id, no)
				join alert_step s on s.alert_id = d.alert_id and s.no = d.no join alert a on a.id = s.alert_id
				left join alert_step n on n.alert_id = s.alert_id and n.no = s.no + 1
				where s.taken_at is null and s.due_at <= :now order by a.passed_at, a.id, s.no
				for update of s skip locked""")
			.param("alerts", due.stream().map(Due::alert).toArray(Long[]::new))
			.param("nos", due.stream().map(Due::no).toArray(Integer[]::new))
			.param("now", Columns.at(now))
			.query(StepRows::read)
			.list();
	}

	void write(List<StepsTaken.Change> changes) {
		this.batches.batchUpdate("""
				update alert_step set taken_at = coalesce(?, taken_at), told = coalesce(?, told),
				skipped = coalesce(?, skipped), due_at = coalesce(?, due_at) where alert_id = ? and no = ?""",
				changes.stream().map(StepRows::params).toList(), CHANGED);
	}

	private static Object[] params(StepsTaken.Change change) {
		return new Object[] { Columns.at(change.takenAt()), Columns.cut(change.told(), 500),
				Columns.cut(change.skipped(), 500), Columns.at(change.dueAt()), change.alert(), change.no() };
	}

	void dueAt(long alert, int no, Instant at) {
		this.jdbc.sql("update alert_step set due_at = ? where alert_id = ? and no = ?")
			.params(Columns.at(at), alert, no)
			.update();
	}

	private static Step read(ResultSet row, int index) throws SQLException {
		return new Step(row.getLong("alert_id"), row.getInt("no"), row.getInt("of"),
				new Recipient(row.getString("recipient")), Columns.millis(row, "delay_ms"), Columns.number(row),
				Columns.word(row, "level", Level.class), row.getString("target"),
				"site".equals(row.getString("calendar")) ? CalendarKind.SITE : CalendarKind.ALWAYS,
				Columns.instant(row, "deadline"), next(row));
	}

	private static Next next(ResultSet row) throws SQLException {
		String recipient = row.getString("next_recipient");
		return (recipient != null)
				? new Next(row.getInt("no") + 1, new Recipient(recipient), Columns.millis(row, "next_delay_ms")) : null;
	}

	/** A step that was due when it was looked for. */
	record Due(long alert, int no, CaseNumber number) {
	}

	/** What comes after a step. */
	record Next(int no, Recipient recipient, Duration delay) {
	}

	/**
	 * A step that is being taken.
	 *
	 * @param of how many steps the alert has
	 * @param deadline the due instant of the target
	 * @param next what comes after it, or null
	 */
	record Step(long alert, int no, int of, Recipient recipient, Duration delay, CaseNumber number, Level level,
			String target, CalendarKind calendar, Instant deadline, Next next) {
	}

}
