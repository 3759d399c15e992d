package org.tierline.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.tierline.sla.CalendarKind;
import org.tierline.sla.Target;
import org.tierline.sla.TargetClock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of clocks and of their alarms. */
@Repository
class ClockRows {

	private final JdbcClient jdbc;

	private final Writes writes;

	private final CaseRows cases;

	private final TransactionMemory<CaseNumber, List<Row>> known = new TransactionMemory<>();

	ClockRows(JdbcClient jdbc, Writes writes, CaseRows cases) {
		this.jdbc = jdbc;
		this.writes = writes;
		this.cases = cases;
	}

	List<Row> of(Collection<CaseNumber> numbers) {
		return (numbers.size() == 1) ? of(numbers.iterator().next()) : stored(numbers);
	}

	private List<Row> stored(Collection<CaseNumber> numbers) {
		this.writes.flush();
		return this.jdbc.sql("""
				select c.*, coalesce((select array_agg(a.level) from clock_alarm a where a.clock_id = c.id
				and a.deadline_no = c.deadline_no), '{}') as sounded
				from clock c where case_id = any(:ids) order by id""")
			.param("ids", CaseNumber.ids(numbers))
			.query(ClockRows::read)
			.list();
	}

	/** Whoever moves a clock has locked its case. */
	List<Row> of(CaseNumber number) {
		return this.cases.holds(number) ? this.known.get(number, (held) -> stored(List.of(held)))
				: stored(List.of(number));
	}

	/** Reads the clocks of many cases at once, which this transaction holds. */
	void learn(Collection<CaseNumber> numbers) {
		List<CaseNumber> unknown = numbers.stream()
			.filter(this.cases::holds)
			.filter((number) -> this.known.find(number) == null)
			.toList();
		if (!unknown.isEmpty()) {
			unknown.forEach((number) -> this.known.keep(number, new ArrayList<>()));
			stored(unknown).forEach((row) -> this.known.find(row.number()).add(row));
		}
	}

	/** What is remembered of a clock moves with it. */
	void moved(ClockMove move) {
		replace(move.before().number(), move.before().id(), (row) -> move.row());
	}

	private void replace(CaseNumber number, long id, UnaryOperator<Row> change) {
		List<Row> before = this.known.find(number);
		if (before != null) {
			this.known.keep(number, before.stream().map((row) -> (row.id() == id) ? change.apply(row) : row).toList());
		}
	}

	/** A new case, which has no clocks yet. */
	void none(CaseNumber number) {
		this.known.keep(number, List.of());
	}

	/** A case has some more; of an unknown one they are read with the rest. */
	void added(CaseNumber number, List<Row> added) {
		List<Row> before = this.known.find(number);
		if (before != null) {
			this.known.keep(number, Stream.concat(before.stream(), added.stream()).toList());
		}
	}

	/** They have changed. */
	void forget(CaseNumber number) {
		this.known.forget(number);
	}

	/** Keeps that a level of the present deadline has acted; false if it had before. */
	boolean sound(Row row, String level, Instant due, Instant now) {
		boolean first = this.jdbc.sql("""
				insert into clock_alarm (clock_id, deadline_no, level, due_at, at) values (?, ?, ?, ?, ?)
				on conflict do nothing""")
			.params(row.id(), row.clock().deadlineNo(), level, Columns.at(due), Columns.at(now))
			.update() > 0;
		replace(row.number(), row.id(), (known) -> known.isOf(row.clock().deadlineNo()) ? known.with(level) : known);
		return first;
	}

	private static Row read(ResultSet row, int index) throws SQLException {
		TargetClock clock = new TargetClock(Target.valueOf(row.getString("target").toUpperCase(Locale.ROOT)),
				CalendarKind.valueOf(row.getString("calendar").toUpperCase(Locale.ROOT)),
				Duration.ofMillis(row.getLong("promised_ms")), Duration.ofMillis(row.getLong("used_ms")),
				Duration.ofMillis(row.getLong("floor_ms")), Columns.instant(row, "started_at"),
				Columns.instant(row, "running_since"), Columns.instant(row, "paused_since"),
				Columns.instant(row, "due_at"), Columns.instant(row, "warn_at"), Columns.instant(row, "breached_at"),
				Columns.instant(row, "met_at"), Columns.instant(row, "ended_at"), row.getInt("deadline_no"));
		String[] sounded = (String[]) row.getArray("sounded").getArray();
		return new Row(row.getLong("id"), Columns.number(row, "case_id"), clock, List.of(sounded),
				row.getObject("table_version", Integer.class), row.getInt("period"), row.getString("paused_why"));
	}

	/**
	 * A stored clock.
	 *
	 * @param sounded the levels that have acted in the present deadline
	 * @param tableVersion version of the table sla-targets by which it is promised
	 * @param period counts its beginnings from nothing
	 * @param pausedWhy why it stands, while it does
	 */
	record Row(long id, CaseNumber number, TargetClock clock, List<String> sounded, Integer tableVersion, int period,
			String pausedWhy) {

		boolean has(String level) {
			return this.sounded.contains(level);
		}

		/** Whether that deadline is still its present one. */
		boolean isOf(int deadlineNo) {
			return this.clock.deadlineNo() == deadlineNo;
		}

		Row with(String level) {
			List<String> levels = Stream.concat(this.sounded.stream(), Stream.of(level)).distinct().toList();
			return new Row(this.id, this.number, this.clock, levels, this.tableVersion, this.period, this.pausedWhy);
		}

	}

}
