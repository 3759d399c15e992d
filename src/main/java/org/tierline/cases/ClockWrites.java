package org.tierline.cases;

import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.tierline.sla.Target;
import org.tierline.sla.TargetClock;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Writes what has become of clocks, however many, with a statement or two. Whoever calls
 * holds their cases.
 */
@Repository
class ClockWrites {

	/** Nulls too have a type, so that the driver prepares a statement once. */
	private static final int AT = Types.TIMESTAMP_WITH_TIMEZONE;

	private static final int[] MOVED = { Types.VARCHAR, Types.BIGINT, Types.BIGINT, Types.BIGINT, AT, AT, AT, AT, AT,
			AT, AT, Types.INTEGER, Types.INTEGER, Types.VARCHAR, Types.INTEGER, Types.BIGINT };

	private static final int[] NEW = { Types.BIGINT, Types.VARCHAR, Types.VARCHAR, Types.BIGINT, Types.BIGINT,
			Types.BIGINT, AT, AT, AT, AT, AT, AT, AT, AT, Types.INTEGER, Types.VARCHAR, Types.INTEGER };

	private static final String INSERT = """
			insert into clock (case_id, target, calendar, promised_ms, used_ms, floor_ms, started_at,
			running_since, paused_since, due_at, warn_at, breached_at, met_at, ended_at, deadline_no, paused_why,
			table_version) values\s""";

	/** As the table has it. */
	private static final int FIRST_PERIOD = 1;

	private static final String VALUES = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

	private static final int[] DONE = { Types.BIGINT, Types.INTEGER, Types.VARCHAR, Types.VARCHAR, AT, AT, Types.BIGINT,
			Types.VARCHAR };

	private final JdbcTemplate jdbc;

	private final Writes writes;

	private final ClockRows rows;

	private final ApplicationEventPublisher facts;

	ClockWrites(JdbcTemplate jdbc, Writes writes, ClockRows rows, ApplicationEventPublisher facts) {
		this.jdbc = jdbc;
		this.writes = writes;
		this.rows = rows;
		this.facts = facts;
	}

	/** Moves clocks, and keeps in the ledger what they did until then. */
	void move(List<ClockMove> moves) {
		moves.forEach(this.rows::moved);
		write("""
				insert into clock_segment (clock_id, period, calendar, kind, from_at, to_at, working_ms, reason)
				values (?, ?, ?, ?, ?, ?, ?, ?)""",
				moves.stream().filter((move) -> move.done() != null).map(ClockWrites::done).toList(), DONE);
		write("""
				update clock set calendar = ?, promised_ms = ?, used_ms = ?, floor_ms = ?, running_since = ?, paused_since = ?,
				due_at = ?, warn_at = ?, breached_at = ?, met_at = ?, ended_at = ?, deadline_no = ?, period = ?,
				paused_why = ?, table_version = ? where id = ?""",
				moves.stream().map(ClockWrites::moved).toList(), MOVED);
		tellWhatIsOver(moves);
	}

	/** Whoever heard of a deadline need not act on it any more. */
	private void tellWhatIsOver(List<ClockMove> moves) {
		List<DeadlineOver> over = moves.stream().map(ClockMove::deadlineOver).flatMap(Optional::stream).toList();
		if (!over.isEmpty()) {
			this.facts.publishEvent(new DeadlinesOver(over));
		}
	}

	void insert(List<NewClock> clocks) {
		List<CaseNumber> numbers = clocks.stream().map(NewClock::number).distinct().toList();
		if (numbers.size() == 1 && !this.writes.areTogether()) {
			this.rows.added(numbers.get(0), inserted(clocks));
		}
		else {
			numbers.forEach(this.rows::forget);
			write(INSERT + VALUES, clocks.stream().map(ClockWrites::fresh).toList(), NEW);
		}
	}

	/** With one statement, which also says how they are numbered. */
	private List<ClockRows.Row> inserted(List<NewClock> clocks) {
		String values = String.join(", ", Collections.nCopies(clocks.size(), VALUES));
		Object[] params = clocks.stream().map(ClockWrites::fresh).flatMap(Arrays::stream).toArray();
		int[] types = clocks.stream().flatMapToInt((clock) -> Arrays.stream(NEW)).toArray();
		Map<Target, NewClock> byTarget = clocks.stream()
			.collect(Collectors.toMap((one) -> one.clock().target(), Function.identity()));
		return this.jdbc.query(INSERT + values + " returning id, target", params, types,
				(row, index) -> byTarget.get(Target.valueOf(row.getString("target").toUpperCase(Locale.ROOT)))
					.row(row.getLong("id")));
	}

	/** The clocks of those cases that are not over are promised by that version. */
	void promisedBy(Collection<CaseNumber> numbers, Integer tableVersion) {
		numbers.forEach(this.rows::forget);
		this.writes.flush();
		this.jdbc.update("""
				update clock set table_version = ? where case_id = any(?) and met_at is null and ended_at is null
				and table_version is distinct from ?""", tableVersion, CaseNumber.ids(numbers), tableVersion);
	}

	private void write(String sql, List<Object[]> rows, int[] types) {
		if (this.writes.areTogether()) {
			rows.forEach((row) -> this.writes.write(sql, row));
		}
		else if (!rows.isEmpty()) {
			this.jdbc.batchUpdate(sql, rows, types);
		}
	}

	private static Object[] moved(ClockMove move) {
		TargetClock clock = move.after();
		return new Object[] { code(clock.calendar()), clock.promised().toMillis(), clock.used().toMillis(),
				clock.floor().toMillis(), Columns.at(clock.runningSince()), Columns.at(clock.pausedSince()),
				Columns.at(clock.dueAt()), Columns.at(clock.warnAt()), Columns.at(clock.breachedAt()),
				Columns.at(clock.metAt()), Columns.at(clock.endedAt()), clock.deadlineNo(), move.period(),
				move.pausedWhy(), move.tableVersion(), move.before().id() };
	}

	private static Object[] fresh(NewClock fresh) {
		TargetClock clock = fresh.clock();
		return new Object[] { fresh.number().id(), code(clock.target()), code(clock.calendar()),
				clock.promised().toMillis(), clock.used().toMillis(), clock.floor().toMillis(),
				Columns.at(clock.startedAt()), Columns.at(clock.runningSince()), Columns.at(clock.pausedSince()),
				Columns.at(clock.dueAt()), Columns.at(clock.warnAt()), Columns.at(clock.breachedAt()),
				Columns.at(clock.metAt()), Columns.at(clock.endedAt()), clock.deadlineNo(),
				clock.isPaused() ? fresh.pausedWhy() : null, fresh.tableVersion() };
	}

	private static Object[] done(ClockMove move) {
		ClockMove.Done done = move.done();
		return new Object[] { move.before().id(), move.before().period(), code(move.before().clock().calendar()),
				done.kind(), Columns.at(done.from()), Columns.at(done.to()), done.working().toMillis(), done.reason() };
	}

	private static String code(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	/**
	 * A clock that a case has from now on.
	 *
	 * @param pausedWhy why it stands, if it does
	 * @param tableVersion of the table by which it is promised, or null
	 */
	record NewClock(CaseNumber number, TargetClock clock, String pausedWhy, Integer tableVersion) {

		ClockRows.Row row(long id) {
			return new ClockRows.Row(id, this.number, this.clock, List.of(), this.tableVersion, FIRST_PERIOD,
					this.clock.isPaused() ? this.pausedWhy : null);
		}

	}

}
