package org.tierline.cases;

import java.time.Instant;
import java.util.Optional;

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

	void ask(CaseNumber number, Instant at, String who, Periods.Reminder reminder) {
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

	Optional<Question> open(CaseNumber number) {
		return this.jdbc.sql("select reminders, remind_from, remind_at from question" + OPEN)
			.param(number.id())
			.query((row, index) -> new Question(row.getInt("reminders"), Columns.instant(row, "remind_from"),
					Columns.instant(row, "remind_at")))
			.optional();
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
