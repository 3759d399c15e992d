package org.tierline.lifecycle;

import org.tierline.cases.Tier;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;

import org.springframework.stereotype.Component;

/** Tier 2 hands the case back. */
@Component
class ReturnToTier1 extends CaseStep {

	private final Casework casework;

	ReturnToTier1(Casework casework) {
		this.casework = casework;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		this.casework.handBack(number, answers.text("note"), Actors.current());
		CaseVariables.passTo(answers, Tier.ONE);
	}

}
