package org.tierline.lifecycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.camunda.bpm.engine.impl.util.ClockUtil;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Casework;
import org.tierline.cases.Deadlines;
import org.tierline.cases.SupportCase;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The timers and tasks of many cases whose clocks have moved, in the engine's tables and
 * in the transaction of the clocks: what {@link CaseTimers} and {@link CaseTask} do for
 * one case costs an engine call for each timer and task. As the engine's own statements
 * for many rows do, these raise the revision: whoever has read a job or a task before and
 * writes it later finds that out, a job that was fired by its old date too.
 * <p>
 * Not for the case of the step that calls it: the engine would not know of it.
 */
@Component
class EngineDates {

	private static final String OF_THE_CASES = """
			from act_ru_execution p join act_re_procdef d on d.id_ = p.proc_def_id_ and d.key_ = ?
			""";

	/** Held, so that a job is not acquired meanwhile. */
	private static final String TIMERS = "select j.id_, j.duedate_, a.act_id_, p.business_key_ " + OF_THE_CASES + """
			join act_ru_job j on j.process_instance_id_ = p.id_ join act_ru_jobdef a on a.id_ = j.job_def_id_
			where p.business_key_ = any(?) and a.act_id_ = any(?) order by j.id_ for update of j""";

	private static final String TASKS = "select t.id_, t.due_date_, t.priority_, t.task_def_key_, p.business_key_ "
			+ OF_THE_CASES + """
					join act_ru_task t on t.proc_inst_id_ = p.id_
					where p.business_key_ = any(?) order by t.id_ for update of t""";

	/** The engine's word for a task that was changed. */
	private static final String UPDATED = "Updated";

	private final Cases cases;

	private final Casework casework;

	private final JdbcTemplate jdbc;

	EngineDates(Cases cases, Casework casework, JdbcTemplate jdbc) {
		this.cases = cases;
		this.casework = casework;
		this.jdbc = jdbc;
	}

	/** The clocks of these cases, which the caller holds, have moved. */
	void follow(Collection<CaseNumber> numbers) {
		if (!numbers.isEmpty()) {
			String[] keys = numbers.stream().map(CaseNumber::value).toArray(String[]::new);
			Map<CaseNumber, Deadlines> deadlines = this.casework.deadlines(numbers);
			moveTimers(keys, deadlines);
			moveTasks(keys, deadlines);
		}
	}

	private void moveTimers(String[] keys, Map<CaseNumber, Deadlines> deadlines) {
		List<Object[]> moves = this.jdbc
			.query(TIMERS, (row, index) -> Timer.read(row), SupportCaseModel.KEY, keys,
					SupportCaseModel.TIMERS.toArray(String[]::new))
			.stream()
			.map((timer) -> timer.moved(deadlines.get(timer.number())))
			.flatMap(Optional::stream)
			.map((timer) -> new Object[] { timestamp(timer.due()), timer.id() })
			.toList();
		write("update act_ru_job set duedate_ = ?, rev_ = rev_ + 1 where id_ = ?", moves, Types.TIMESTAMP,
				Types.VARCHAR);
	}

	/** The lists of tasks, and what is kept of them, show the new dates. */
	private void moveTasks(String[] keys, Map<CaseNumber, Deadlines> deadlines) {
		List<CaseTaskRow> moves = this.jdbc
			.query(TASKS, (row, index) -> CaseTaskRow.read(row), SupportCaseModel.KEY, keys)
			.stream()
			.map((task) -> task.moved(this.cases.get(task.number()), deadlines.get(task.number())))
			.flatMap(Optional::stream)
			.toList();
		Timestamp now = timestamp(ClockUtil.getCurrentTime());
		write("""
				update act_ru_task set due_date_ = ?, priority_ = ?, last_updated_ = ?, task_state_ = ?, rev_ = rev_ + 1
				where id_ = ?""",
				moves.stream()
					.map((task) -> new Object[] { timestamp(task.due()), task.priority(), now, UPDATED, task.id() })
					.toList(),
				Types.TIMESTAMP, Types.INTEGER, Types.TIMESTAMP, Types.VARCHAR, Types.VARCHAR);
		write("update act_hi_taskinst set due_date_ = ?, priority_ = ?, task_state_ = ? where id_ = ?",
				moves.stream()
					.map((task) -> new Object[] { timestamp(task.due()), task.priority(), UPDATED, task.id() })
					.toList(),
				Types.TIMESTAMP, Types.INTEGER, Types.VARCHAR, Types.VARCHAR);
	}

	private void write(String sql, List<Object[]> rows, int... types) {
		if (!rows.isEmpty()) {
			this.jdbc.batchUpdate(sql, rows, types);
		}
	}

	private static Timestamp timestamp(Date date) {
		return (date != null) ? new Timestamp(date.getTime()) : null;
	}

	private static Date date(ResultSet row, String column) throws SQLException {
		Timestamp at = row.getTimestamp(column);
		return (at != null) ? new Date(at.getTime()) : null;
	}

	/** An armed timer of a case. */
	private record Timer(String id, CaseNumber number, String activity, Date due) {

		static Timer read(ResultSet row) throws SQLException {
			return new Timer(row.getString("id_"), new CaseNumber(row.getString("business_key_")),
					row.getString("act_id_"), date(row, "duedate_"));
		}

		Optional<Timer> moved(Deadlines deadlines) {
			Date moved = CaseTimers.date(this.activity, deadlines);
			return moved.equals(this.due) ? Optional.empty()
					: Optional.of(new Timer(this.id, this.number, this.activity, moved));
		}

	}

	/** An open task of a case. */
	private record CaseTaskRow(String id, CaseNumber number, String key, Date due, int priority) {

		static CaseTaskRow read(ResultSet row) throws SQLException {
			return new CaseTaskRow(row.getString("id_"), new CaseNumber(row.getString("business_key_")),
					row.getString("task_def_key_"), date(row, "due_date_"), row.getInt("priority_"));
		}

		Optional<CaseTaskRow> moved(SupportCase supportCase, Deadlines deadlines) {
			Date newDue = CaseTask.hasDueDateOfCase(this.key) ? CaseTask.due(Optional.ofNullable(deadlines.target()))
					: this.due;
			int newPriority = CaseTask.priority(supportCase.severity());
			return (Objects.equals(newDue, this.due) && newPriority == this.priority) ? Optional.empty()
					: Optional.of(new CaseTaskRow(this.id, this.number, this.key, newDue, newPriority));
		}

	}

}
