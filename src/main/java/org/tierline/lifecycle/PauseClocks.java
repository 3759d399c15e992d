package org.tierline.lifecycle;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;

import org.springframework.stereotype.Component;

/** The customer owes an answer: the clocks stand still (R20). */
@Component
class PauseClocks extends CaseStep {

	private final Casework casework;

	private final CaseTimers timers;

	PauseClocks(Casework casework, CaseTimers timers) {
		this.casework = casework;
		this.timers = timers;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		this.casework.pauseClocks(number);
		this.timers.follow(number);
	}

}
