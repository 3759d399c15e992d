package org.tierline.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * When a customer who owes an answer is reminded: within the working time of the site, as
 * it is then (F7).
 */
@Component
class Reminders {

	private final Questions questions;

	private final Periods periods;

	Reminders(Questions questions, Periods periods) {
		this.questions = questions;
		this.periods = periods;
	}

	void asked(SupportCase supportCase, Instant now, String who) {
		this.questions.ask(supportCase.number(), now, who, this.periods.reminderAfter(supportCase, now));
	}

	/** Learns of locked cases at once. */
	void recall(Collection<CaseNumber> numbers) {
		this.questions.recall(numbers);
	}

	void answered(CaseNumber number, Instant now) {
		this.questions.answered(number, now);
	}

	Optional<Instant> next(CaseNumber number) {
		return this.questions.open(number).map(Questions.Question::remindAt);
	}

	/** Notes what is due now; one that comes late waits for the next working moment. */
	Due due(SupportCase supportCase, Instant now) {
		CaseNumber number = supportCase.number();
		Optional<Questions.Question> due = this.questions.open(number).filter((q) -> !q.remindAt().isAfter(now));
		if (due.isEmpty()) {
			return Due.NOTHING;
		}
		if (!this.periods.isWorking(supportCase, now)) {
			this.questions.remindAt(number, this.periods.nextWorking(supportCase, now));
			return Due.NOTHING;
		}
		if (due.get().exhausted()) {
			this.questions.silent(number, now);
			return Due.SILENCE;
		}
		this.questions.reminded(number, this.periods.reminderAfter(supportCase, now));
		return Due.REMINDER;
	}

	/**
	 * The site was changed then: the next reminder moves, earlier or later.
	 * @return whether it has moved
	 */
	boolean follow(SupportCase supportCase, Instant changedAt) {
		return this.questions.open(supportCase.number())
			.filter((question) -> follow(supportCase, question, changedAt))
			.isPresent();
	}

	private boolean follow(SupportCase supportCase, Questions.Question question, Instant changedAt) {
		Instant from = question.remindFrom().isAfter(changedAt) ? question.remindFrom() : changedAt;
		Instant at = this.periods.nextWorking(supportCase, from);
		boolean moves = !at.equals(question.remindAt());
		if (moves) {
			this.questions.remindAt(supportCase.number(), at);
		}
		return moves;
	}

	/** What the customer hears now. */
	enum Due {

		NOTHING, REMINDER,

		/** After the last reminder: the case goes back to the technician. */
		SILENCE

	}

}
