package org.tierline.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.tierline.cases.CaseNumber;
import org.tierline.sla.CalendarKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The steps of alerts that are due or come next. */
@Repository
class StepRows {

	private final JdbcClient jdbc;

	StepRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
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

	/** The step if it is still due and nobody else is at it. */
	Optional<Step> lock(Due due, Instant now) {
		return this.jdbc.sql("""
				select s.*, a.case_id, a.level, a.target, a.calendar, a.passed_at, a.due_at as deadline,
				(select count(*) from alert_step o where o.alert_id = s.alert_id) as of
				from alert_step s join alert a on a.id = s.alert_id where s.alert_id = ? and s.no = ?
				and s.taken_at is null and s.due_at <= ? for update of s skip locked""")
			.params(due.alert(), due.no(), Columns.at(now))
			.query(StepRows::read)
			.optional();
	}

	/** The step that comes after that one. */
	Optional<Next> after(Step step) {
		return this.jdbc.sql("select no, recipient, delay_ms from alert_step where alert_id = ? and no = ?")
			.params(step.alert(), step.no() + 1)
			.query((row, index) -> new Next(row.getInt("no"), new Recipient(row.getString("recipient")),
					Columns.millis(row, "delay_ms")))
			.optional();
	}

	void told(Step step, String whom, Instant now) {
		this.jdbc.sql("update alert_step set taken_at = ?, told = ? where alert_id = ? and no = ?")
			.params(Columns.at(now), Columns.cut(whom, 500), step.alert(), step.no())
			.update();
	}

	void skipped(Step step, String why, Instant now) {
		this.jdbc.sql("update alert_step set taken_at = ?, skipped = ? where alert_id = ? and no = ?")
			.params(Columns.at(now), Columns.cut(why, 500), step.alert(), step.no())
			.update();
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
				Columns.instant(row, "deadline"));
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
	 */
	record Step(long alert, int no, int of, Recipient recipient, Duration delay, CaseNumber number, Level level,
			String target, CalendarKind calendar, Instant deadline) {
	}

}
