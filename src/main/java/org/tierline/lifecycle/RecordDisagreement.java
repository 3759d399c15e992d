package org.tierline.lifecycle;

import org.tierline.cases.Tier;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;

import org.springframework.stereotype.Component;

/** The resolution did not help: the case goes back to the tier that solved it. */
@Component
class RecordDisagreement extends CaseStep {

	private final Casework casework;

	private final CaseRepromise promises;

	private final CaseTimers timers;

	RecordDisagreement(Casework casework, CaseRepromise promises, CaseTimers timers) {
		this.casework = casework;
		this.promises = promises;
		this.timers = timers;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		Tier tier = this.casework.disagree(number, Actors.current(), answers.text("reason"));
		this.promises.comeBack(number);
		CaseVariables.passTo(answers, tier);
		this.timers.follow(number);
	}

}
