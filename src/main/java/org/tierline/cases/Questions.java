package org.tierline.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
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

	Questions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void ask(CaseNumber number, Instant at, String who, Instant remindAt) {
		this.jdbc.sql("insert into question (case_id, asked_at, asked_by, remind_at) values (?, ?, ?, ?)")
			.params(number.id(), Columns.at(at), who, Columns.at(remindAt))
			.update();
	}

	void answered(CaseNumber number, Instant at) {
		this.jdbc.sql("update question set answered_at = ?" + OPEN).params(Columns.at(at), number.id()).update();
	}

	void silent(CaseNumber number, Instant at) {
		this.jdbc.sql("update question set silent_at = ?" + OPEN).params(Columns.at(at), number.id()).update();
	}

	void reminded(CaseNumber number, Instant next) {
		this.jdbc.sql("update question set reminders = reminders + 1, remind_at = ?" + OPEN)
			.params(Columns.at(next), number.id())
			.update();
	}

	void remindAt(CaseNumber number, Instant at) {
		this.jdbc.sql("update question set remind_at = ?" + OPEN).params(Columns.at(at), number.id()).update();
	}

	Optional<Question> open(CaseNumber number) {
		return this.jdbc.sql("select reminders, remind_at from question" + OPEN)
			.param(number.id())
			.query((row, index) -> new Question(row.getInt("reminders"), Columns.instant(row, "remind_at")))
			.optional();
	}

	/** When the customers of those cases are reminded next, where they owe an answer. */
	Map<CaseNumber, Instant> remindAt(Collection<CaseNumber> numbers) {
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
	 * @param remindAt when the customer is reminded next or, after the last reminder,
	 * held to be silent
	 */
	record Question(int reminders, Instant remindAt) {

		boolean exhausted() {
			return this.reminders >= REMINDERS;
		}

	}

}
