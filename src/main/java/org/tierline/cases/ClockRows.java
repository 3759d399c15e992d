package org.tierline.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.tierline.sla.CalendarKind;
import org.tierline.sla.Target;
import org.tierline.sla.TargetClock;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of clocks, of their ledger and of their alarms. */
@Repository
class ClockRows {

	private static final String UPDATE = """
			update clock set calendar = ?, promised_ms = ?, used_ms = ?, floor_ms = ?, running_since = ?,
			paused_since = ?, due_at = ?, warn_at = ?, breached_at = ?, met_at = ?, ended_at = ?, deadline_no = ?,
			period = ?, paused_why = ? where id = ?""";

	private final JdbcClient jdbc;

	private final Writes writes;

	private final CaseRows cases;

	private final ApplicationEventPublisher facts;

	private final TransactionMemory<CaseNumber, List<Row>> known = new TransactionMemory<>();

	ClockRows(JdbcClient jdbc, Writes writes, CaseRows cases, ApplicationEventPublisher facts) {
		this.jdbc = jdbc;
		this.writes = writes;
		this.cases = cases;
		this.facts = facts;
	}

	List<Row> of(Collection<CaseNumber> numbers) {
		this.writes.flush();
		Long[] ids = numbers.stream().map(CaseNumber::id).toArray(Long[]::new);
		return this.jdbc.sql("""
				select c.*, coalesce((select array_agg(a.level) from clock_alarm a where a.clock_id = c.id
				and a.deadline_no = c.deadline_no), '{}') as sounded
				from clock c where case_id = any(:ids) order by id""").param("ids", ids).query(ClockRows::read).list();
	}

	/** Whoever moves a clock has locked its case. */
	List<Row> of(CaseNumber number) {
		return this.cases.holds(number) ? this.known.get(number, (held) -> of(List.of(held))) : of(List.of(number));
	}

	/**
	 * @param pausedWhy why it stands, if it does
	 */
	void insert(CaseNumber number, TargetClock clock, String pausedWhy) {
		this.known.forget(number);
		this.jdbc.sql("""
				insert into clock (case_id, target, calendar, promised_ms, used_ms, floor_ms, started_at,
				running_since, paused_since, due_at, warn_at, breached_at, met_at, ended_at, deadline_no, paused_why)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(number.id(), code(clock.target()), code(clock.calendar()), clock.promised().toMillis(),
					clock.used().toMillis(), clock.floor().toMillis(), Columns.at(clock.startedAt()),
					Columns.at(clock.runningSince()), Columns.at(clock.pausedSince()), Columns.at(clock.dueAt()),
					Columns.at(clock.warnAt()), Columns.at(clock.breachedAt()), Columns.at(clock.metAt()),
					Columns.at(clock.endedAt()), clock.deadlineNo(), clock.isPaused() ? pausedWhy : null)
			.update();
	}

	/** Reads those of locked cases at once. */
	void recall(Collection<CaseNumber> numbers) {
		Map<CaseNumber, List<Row>> found = of(numbers).stream().collect(Collectors.groupingBy(Row::number));
		numbers.forEach((number) -> this.known.keep(number, found.getOrDefault(number, List.of())));
	}

	void update(Row row, TargetClock clock, int period, String pausedWhy) {
		this.writes.write(UPDATE, code(clock.calendar()), clock.promised().toMillis(), clock.used().toMillis(),
				clock.floor().toMillis(), Columns.at(clock.runningSince()), Columns.at(clock.pausedSince()),
				Columns.at(clock.dueAt()), Columns.at(clock.warnAt()), Columns.at(clock.breachedAt()),
				Columns.at(clock.metAt()), Columns.at(clock.endedAt()), clock.deadlineNo(), period, pausedWhy,
				row.id());
		changed(row, row.moved(clock, period, pausedWhy));
		tellIfOver(row, clock);
	}

	/** Where writes are held back, what they will have written is remembered. */
	private void changed(Row before, Row after) {
		List<Row> rows = this.known.find(before.number());
		if (rows != null && this.writes.areTogether()) {
			this.known.keep(before.number(),
					rows.stream().map((row) -> (row.id() == before.id()) ? after : row).toList());
		}
		else {
			this.known.forget(before.number());
		}
	}

	/** Whoever heard of a deadline need not act on it any more. */
	private void tellIfOver(Row row, TargetClock after) {
		if (!row.sounded().isEmpty()) {
			DeadlineOver.of(row.number(), row.clock(), after).ifPresent(this.facts::publishEvent);
		}
	}

	/** The clocks that are not over are promised by that version of the table. */
	void promisedBy(CaseNumber number, Integer tableVersion) {
		this.known.forget(number);
		this.jdbc.sql("""
				update clock set table_version = :version where case_id = :id and met_at is null and ended_at is null
				and table_version is distinct from :version""")
			.param("version", tableVersion)
			.param("id", number.id())
			.update();
	}

	void ran(Row row, Instant from, Instant to, Duration working) {
		segment(row, "running", from, to, working, null);
	}

	void stood(Row row, Instant from, Instant to) {
		segment(row, "paused", from, to, Duration.ZERO, row.pausedWhy());
	}

	private void segment(Row row, String kind, Instant from, Instant to, Duration working, String reason) {
		this.writes.write("""
				insert into clock_segment (clock_id, period, calendar, kind, from_at, to_at, working_ms, reason)
				values (?, ?, ?, ?, ?, ?, ?, ?)""", row.id(), row.period(), code(row.clock().calendar()), kind,
				Columns.at(from), Columns.at(to), working.toMillis(), reason);
	}

	/** Keeps that a level of the present deadline has acted; false if it had before. */
	boolean sound(Row row, String level, Instant due, Instant now) {
		this.known.forget(row.number());
		return this.jdbc.sql("""
				insert into clock_alarm (clock_id, deadline_no, level, due_at, at) values (?, ?, ?, ?, ?)
				on conflict do nothing""")
			.params(row.id(), row.clock().deadlineNo(), level, Columns.at(due), Columns.at(now))
			.update() > 0;
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

	private static String code(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
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

		/** A new deadline has not sounded yet. */
		Row moved(TargetClock after, int period, String pausedWhy) {
			List<String> heard = (after.deadlineNo() == this.clock.deadlineNo()) ? this.sounded : List.of();
			return new Row(this.id, this.number, after, heard, this.tableVersion, period, pausedWhy);
		}

		boolean has(String level) {
			return this.sounded.contains(level);
		}

	}

}
