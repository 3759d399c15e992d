package org.tierline.lifecycle;

import org.tierline.cases.Tier;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;

import org.springframework.stereotype.Component;

/** The resolution did not help: the case goes back to the tier that solved it. */
@Component
class RecordDisagreement extends CaseStep {

	private final Casework casework;

	private final CaseTimers timers;

	RecordDisagreement(Casework casework, CaseTimers timers) {
		this.casework = casework;
		this.timers = timers;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		Tier tier = this.casework.disagree(number, Actors.current(), answers.text("reason"));
		CaseVariables.passTo(answers, tier);
		this.timers.follow(number);
	}

}
