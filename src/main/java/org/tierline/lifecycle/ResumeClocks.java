package org.tierline.lifecycle;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;

import org.springframework.stereotype.Component;

/** The case is with us again: the clocks go on (R20). */
@Component
class ResumeClocks extends CaseStep {

	private final Casework casework;

	private final CaseTimers timers;

	ResumeClocks(Casework casework, CaseTimers timers) {
		this.casework = casework;
		this.timers = timers;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		this.casework.resumeClocks(number);
		this.timers.follow(number);
	}

}
