package org.tierline.lifecycle;

import org.tierline.cases.Tier;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;

import org.springframework.stereotype.Component;

/** Keeps who investigated; the outcome steers the case. */
@Component
class RecordInvestigation extends CaseStep {

	private final Casework casework;

	RecordInvestigation(Casework casework) {
		this.casework = casework;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		this.casework.workedOn(number, Tier.TWO, Actors.current());
	}

}
