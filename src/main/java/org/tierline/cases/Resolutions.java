package org.tierline.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The resolutions of the cases; at most one of a case is in force. */
@Repository
class Resolutions {

	private final JdbcClient jdbc;

	private final Writes writes;

	/** Of those that are not written yet. */
	private final TransactionMemory<CaseNumber, Instant> confirmBy = new TransactionMemory<>();

	/** New cases, which nobody has resolved yet. */
	private final TransactionMemory<CaseNumber, Boolean> none = new TransactionMemory<>();

	Resolutions(JdbcClient jdbc, Writes writes) {
		this.jdbc = jdbc;
		this.writes = writes;
	}

	void none(CaseNumber number) {
		this.none.keep(number, true);
	}

	void add(CaseNumber number, Resolution resolution, Tier tier, String who, Instant confirmBy) {
		this.none.forget(number);
		this.writes.write("""
				insert into resolution (case_id, kind, summary, tier, at, who, confirm_by)
				values (?, ?, ?, ?, ?, ?, ?)""", number.id(), resolution.kind().code(), resolution.summary(),
				tier.number(), Columns.at(resolution.at()), who, Columns.at(confirmBy));
		if (this.writes.areTogether()) {
			this.confirmBy.keep(number, confirmBy);
		}
	}

	private void written(CaseNumber number) {
		this.writes.flush();
		this.confirmBy.forget(number);
	}

	/** The customer disagreed or came back: the resolution is history. */
	void end(CaseNumber number, Instant at, String why) {
		written(number);
		this.jdbc.sql("update resolution set ended_at = ?, ended_why = ? where case_id = ? and ended_at is null")
			.params(Columns.at(at), why, number.id())
			.update();
	}

	/** The customer wrote: the confirmation period waits for the follow-up. */
	void hold(CaseNumber number, Instant at) {
		written(number);
		this.jdbc.sql("""
				update resolution set held_since = ? where case_id = ? and ended_at is null and held_since is null""")
			.params(Columns.at(at), number.id())
			.update();
	}

	/** The confirmation period goes on with what was left of it. */
	void goOn(CaseNumber number, Instant at) {
		written(number);
		this.jdbc.sql("""
				update resolution set confirm_by = confirm_by + (?::timestamptz - held_since), held_since = null
				where case_id = ? and ended_at is null and held_since is not null""")
			.params(Columns.at(at), number.id())
			.update();
	}

	/** The confirmation period begins anew. */
	void restart(CaseNumber number, Instant confirmBy) {
		written(number);
		this.jdbc.sql("update resolution set confirm_by = ?, held_since = null where case_id = ? and ended_at is null")
			.params(Columns.at(confirmBy), number.id())
			.update();
	}

	/**
	 * When silence counts as consent; empty while the period waits or nothing is
	 * resolved.
	 */
	Optional<Instant> confirmBy(CaseNumber number) {
		return Optional.ofNullable(this.confirmBy.find(number)).or(() -> storedConfirmBy(number));
	}

	private Optional<Instant> storedConfirmBy(CaseNumber number) {
		return this.jdbc.sql("""
				select confirm_by from resolution where case_id = ? and ended_at is null and held_since is null""")
			.param(number.id())
			.query((row, index) -> Columns.instant(row, "confirm_by"))
			.optional();
	}

	Map<CaseNumber, Resolution> of(Collection<CaseNumber> numbers) {
		List<CaseNumber> resolved = numbers.stream().filter((number) -> this.none.find(number) == null).toList();
		return resolved.isEmpty() ? Map.of() : stored(resolved);
	}

	private Map<CaseNumber, Resolution> stored(Collection<CaseNumber> numbers) {
		this.writes.flush();
		return this.jdbc.sql("select * from resolution where case_id = any(:ids) and ended_at is null")
			.param("ids", CaseNumber.ids(numbers))
			.query((row, index) -> Map.entry(Columns.number(row, "case_id"),
					new Resolution(Columns.word(row, "kind", ResolutionKind.class), row.getString("summary"),
							Columns.instant(row, "at"))))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

}
