package org.tierline.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;

import org.springframework.stereotype.Component;

/** Keeps whether the customer was reached; if not, an hour later somebody tries again. */
@Component
class RecordCall extends CaseStep {

	private static final Duration UNTIL_NEXT_TRY = Duration.ofHours(1);

	private final Casework casework;

	private final CaseTimers timers;

	private final Clock clock;

	RecordCall(Casework casework, CaseTimers timers, Clock clock) {
		this.casework = casework;
		this.timers = timers;
		this.clock = clock;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		boolean reached = "reached".equals(answers.text("outcome"));
		boolean again = this.casework.call(number, Actors.current(), reached, answers.text("callNote"));
		answers.pass("callAgain", again);
		answers.pass("callBackAt", Date.from(this.clock.instant().plus(UNTIL_NEXT_TRY)));
		this.timers.follow(number);
	}

}
