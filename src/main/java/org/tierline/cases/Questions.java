package org.tierline.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What customers were asked and owe an answer to; a case has at most one open question.
 */
@Repository
class Questions {

	/** After so many reminders without an answer the case goes back to the technician. */
	static final int REMINDERS = 3;

	private static final String OPEN = " where case_id = ? and answered_at is null and silent_at is null";

	private final JdbcClient jdbc;

	/** Locked cases without an open question. */
	private final TransactionMemory<CaseNumber, Boolean> none = new TransactionMemory<>();

	Questions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void ask(CaseNumber number, Instant at, String who, Periods.Reminder reminder) {
		this.none.forget(number);
		this.jdbc.sql("""
				insert into question (case_id, asked_at, asked_by, remind_from, remind_at) values (?, ?, ?, ?, ?)""")
			.params(number.id(), Columns.at(at), who, Columns.at(reminder.from()), Columns.at(reminder.at()))
			.update();
	}

	void answered(CaseNumber number, Instant at) {
		this.jdbc.sql("update question set answered_at = ?" + OPEN).params(Columns.at(at), number.id()).update();
	}

	void silent(CaseNumber number, Instant at) {
		this.jdbc.sql("update question set silent_at = ?" + OPEN).params(Columns.at(at), number.id()).update();
	}

	void reminded(CaseNumber number, Periods.Reminder next) {
		this.jdbc.sql("update question set reminders = reminders + 1, remind_from = ?, remind_at = ?" + OPEN)
			.params(Columns.at(next.from()), Columns.at(next.at()), number.id())
			.update();
	}

	void remindAt(CaseNumber number, Instant at) {
		this.jdbc.sql("update question set remind_at = ?" + OPEN).params(Columns.at(at), number.id()).update();
	}

	/** Learns at once of locked cases what they are asked; nobody asks them meanwhile. */
	void recall(Collection<CaseNumber> numbers) {
		Set<Long> asked = new HashSet<>(this.jdbc
			.sql("select case_id from question where case_id = any(?) and answered_at is null and silent_at is null")
			.param(numbers.stream().map(CaseNumber::id).toArray(Long[]::new))
			.query(Long.class)
			.list());
		numbers.stream().filter((number) -> !asked.contains(number.id())).forEach(this::none);
	}

	/** A locked case whose customer is not asked anything. */
	void none(CaseNumber number) {
		this.none.keep(number, true);
	}

	Optional<Question> open(CaseNumber number) {
		return (this.none.find(number) != null) ? Optional.empty() : stored(number);
	}

	private Optional<Question> stored(CaseNumber number) {
		return this.jdbc.sql("select reminders, remind_from, remind_at from question" + OPEN)
			.param(number.id())
			.query((row, index) -> new Question(row.getInt("reminders"), Columns.instant(row, "remind_from"),
					Columns.instant(row, "remind_at")))
			.optional();
	}

	/** When the customers of those cases are reminded next, where they owe an answer. */
	Map<CaseNumber, Instant> remindAt(Collection<CaseNumber> numbers) {
		List<CaseNumber> asked = numbers.stream().filter((number) -> this.none.find(number) == null).toList();
		return asked.isEmpty() ? Map.of() : stored(asked);
	}

	private Map<CaseNumber, Instant> stored(Collection<CaseNumber> numbers) {
		return this.jdbc.sql("""
				select case_id, remind_at from question where case_id = any(:ids)
				and answered_at is null and silent_at is null""")
			.param("ids", CaseNumber.ids(numbers))
			.query((row, index) -> Map.entry(Columns.number(row, "case_id"), Columns.instant(row, "remind_at")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/**
	 * An open question.
	 *
	 * @param remindFrom when the interval is over, worked or not
	 * @param remindAt when the customer is reminded next or, after the last reminder,
	 * held to be silent
	 */
	record Question(int reminders, Instant remindFrom, Instant remindAt) {

		boolean exhausted() {
			return this.reminders >= REMINDERS;
		}

	}

}
