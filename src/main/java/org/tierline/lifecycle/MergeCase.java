package org.tierline.lifecycle;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;

import org.springframework.stereotype.Component;

/** The customer is served in the surviving case from now on. */
@Component
class MergeCase extends CaseStep {

	private final Casework casework;

	private final CaseTimers timers;

	MergeCase(Casework casework, CaseTimers timers) {
		this.casework = casework;
		this.timers = timers;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		this.casework.merge(number, new CaseNumber(answers.text("survivor")), Actors.current());
		this.timers.follow(number);
	}

}
