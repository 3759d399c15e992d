package org.tierline.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.tierline.cases.CaseNumber;
import org.tierline.sla.CalendarKind;
import org.tierline.sla.Target;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How alerts begin and end. Whoever calls holds the lock on the case, so that nothing
 * begins or ends while somebody is about to be told.
 */
@Repository
class AlertRows {

	private final JdbcClient jdbc;

	AlertRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Raises an alert with the chain as it is now, unless it was raised before (F28). */
	void raise(CaseNumber number, Target target, int deadlineNo, Level level, CalendarKind calendar, Instant passedAt,
			Instant dueAt, Instant now) {
		this.jdbc.sql("""
				with raised as (
				insert into alert (case_id, target, deadline_no, level, calendar, passed_at, due_at, raised_at)
				values (:case, :target, :no, :level, :calendar, :passedAt, :dueAt, :now)
				on conflict do nothing returning id, level)
				insert into alert_step (alert_id, no, recipient, delay_ms, due_at)
				select id, no, recipient, delay_ms, case when no = 1 then cast(:now as timestamptz) end
				from raised join chain_step using (level)""")
			.param("case", number.id())
			.param("target", code(target))
			.param("no", deadlineNo)
			.param("level", level.code())
			.param("calendar", code(calendar))
			.param("passedAt", Columns.at(passedAt))
			.param("dueAt", Columns.at(dueAt))
			.param("now", Columns.at(now))
			.update();
	}

	/** The open alerts of a deadline. */
	List<Long> of(CaseNumber number, Target target, int deadlineNo) {
		return this.jdbc.sql("""
				select id from alert where case_id = ? and target = ? and deadline_no = ? and ended_at is null
				and acknowledged_at is null""").params(number.id(), code(target), deadlineNo).query(Long.class).list();
	}

	/** It is over: nobody is told any more, and what was not sent is dropped. */
	void end(long id, String why, Instant now) {
		this.jdbc.sql("update alert set ended_at = ?, ended_why = ? where id = ?")
			.params(Columns.at(now), why, id)
			.update();
		stop(id);
		drop(id, why);
	}

	/**
	 * The deadline has passed: a warning takes no further step. Its first, which an
	 * outage may have held up, is still taken.
	 */
	void overtake(CaseNumber number, Target target, int deadlineNo, Instant now) {
		this.jdbc.sql("""
				update alert a set ended_at = ?, ended_why = 'breached' where case_id = ? and target = ?
				and deadline_no = ? and level = 'warned' and ended_at is null and acknowledged_at is null
				and not exists (select from alert_step s where s.alert_id = a.id and s.taken_at is null
				and s.due_at is not null and s.delay_ms = 0) returning id""")
			.params(Columns.at(now), number.id(), code(target), deadlineNo)
			.query(Long.class)
			.list()
			.forEach(this::stop);
	}

	/** The same, once its first steps are taken. */
	void overtaken(long id, Instant now) {
		this.jdbc.sql("update alert set ended_at = ?, ended_why = 'breached' where id = ?")
			.params(Columns.at(now), id)
			.update();
		stop(id);
	}

	void acknowledge(long id, String login, String note, Instant now) {
		this.jdbc.sql("update alert set acknowledged_at = ?, acknowledged_by = ?, note = ? where id = ?")
			.params(Columns.at(now), login, note, id)
			.update();
		stop(id);
		drop(id, "acknowledged by " + login);
	}

	private void stop(long id) {
		this.jdbc
			.sql("update alert_step set due_at = null where alert_id = ? and taken_at is null and due_at is not null")
			.param(id)
			.update();
	}

	private void drop(long id, String why) {
		this.jdbc.sql("update notice set state = 'dropped', last_error = ? where alert_id = ? and state = 'queued'")
			.params(why, id)
			.update();
	}

	private static String code(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

}
