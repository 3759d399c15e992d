package org.tierline.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.DeadlineOver;
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

	/** The open alerts of deadlines that are over, by why they are. */
	Map<DeadlineOver.Why, List<Long>> of(List<DeadlineOver> deadlines) {
		Map<DeadlineOver.Why, List<Long>> open = new EnumMap<>(DeadlineOver.Why.class);
		this.jdbc.sql("""
				select a.id, d.n from unnest(cast(:cases as bigint[]), cast(:targets as text[]), cast(:nos as int[]))
				with ordinality d (case_id, target, no, n) join alert a
				on a.case_id = d.case_id and a.target = d.target and a.deadline_no = d.no
				where a.ended_at is null and a.acknowledged_at is null""")
			.param("cases", CaseNumber.ids(deadlines.stream().map(DeadlineOver::number).toList()))
			.param("targets", deadlines.stream().map((one) -> code(one.target())).toArray(String[]::new))
			.param("nos", deadlines.stream().map(DeadlineOver::deadlineNo).toArray(Integer[]::new))
			.query((row) -> {
				DeadlineOver deadline = deadlines.get(row.getInt("n") - 1);
				open.computeIfAbsent(deadline.why(), (why) -> new ArrayList<>()).add(row.getLong("id"));
			});
		return open;
	}

	/** They are over: nobody is told any more, and what was not sent is dropped. */
	void end(List<Long> ids, String why, Instant now) {
		this.jdbc.sql("update alert set ended_at = :at, ended_why = :why where id = any(:ids)")
			.param("at", Columns.at(now))
			.param("why", why)
			.param("ids", ids.toArray(Long[]::new))
			.update();
		stop(ids);
		drop(ids, why);
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
			.forEach((id) -> stop(List.of(id)));
	}

	/** The same, once its first steps are taken. */
	void overtaken(long id, Instant now) {
		this.jdbc.sql("update alert set ended_at = ?, ended_why = 'breached' where id = ?")
			.params(Columns.at(now), id)
			.update();
		stop(List.of(id));
	}

	void acknowledge(long id, String login, String note, Instant now) {
		this.jdbc.sql("update alert set acknowledged_at = ?, acknowledged_by = ?, note = ? where id = ?")
			.params(Columns.at(now), login, note, id)
			.update();
		stop(List.of(id));
		drop(List.of(id), "acknowledged by " + login);
	}

	private void stop(List<Long> ids) {
		this.jdbc.sql("""
				update alert_step set due_at = null where alert_id = any(?) and taken_at is null
				and due_at is not null""").param(ids.toArray(Long[]::new)).update();
	}

	private void drop(List<Long> ids, String why) {
		this.jdbc
			.sql("update notice set state = 'dropped', last_error = ? where alert_id = any(?) and state = 'queued'")
			.params(why, ids.toArray(Long[]::new))
			.update();
	}

	private static String code(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

}
