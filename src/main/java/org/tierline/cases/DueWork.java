package org.tierline.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

/** What is due in a case is done, and when something will be. */
@Component
class DueWork {

	private final CaseLocks cases;

	private final CaseRows rows;

	private final Soundings soundings;

	private final Alarms alarms;

	private final Agenda agenda;

	private final Reminders reminders;

	private final WrittenLetters letters;

	private final Clock clock;

	DueWork(CaseLocks cases, CaseRows rows, Soundings soundings, Alarms alarms, Agenda agenda, Reminders reminders,
			WrittenLetters letters, Clock clock) {
		this.cases = cases;
		this.rows = rows;
		this.soundings = soundings;
		this.alarms = alarms;
		this.agenda = agenda;
		this.reminders = reminders;
		this.letters = letters;
		this.clock = clock;
	}

	boolean actOnDeadlines(CaseNumber number) {
		SupportCase supportCase = this.cases.lock(number);
		Instant now = this.clock.instant();
		this.soundings.sound(supportCase, now);
		return remind(supportCase, now);
	}

	/** Whether the customer has been silent for too long. */
	private boolean remind(SupportCase supportCase, Instant now) {
		Reminders.Due due = this.reminders.due(supportCase, now);
		if (due == Reminders.Due.REMINDER) {
			this.letters.write(supportCase, Occasion.REMINDER);
		}
		else if (due == Reminders.Due.SILENCE) {
			this.rows.changed(supportCase.number());
		}
		return due == Reminders.Due.SILENCE;
	}

	Optional<Instant> nextDeadline(CaseNumber number) {
		return this.agenda.next(number);
	}

	Optional<Instant> resolutionDue(CaseNumber number) {
		return this.agenda.resolutionDue(number);
	}

	boolean missesResolution(CaseNumber number) {
		return this.alarms.escalationDue(this.cases.lock(number))
			.filter((due) -> !due.isAfter(this.clock.instant()))
			.isPresent();
	}

	Optional<Instant> targetDue(CaseNumber number) {
		return this.agenda.earliestTarget(number);
	}

	Map<CaseNumber, Deadlines> deadlines(Collection<CaseNumber> numbers) {
		return this.agenda.of(numbers);
	}

}
