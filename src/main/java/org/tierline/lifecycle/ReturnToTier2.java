package org.tierline.lifecycle;

import org.tierline.cases.Tier;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;

import org.springframework.stereotype.Component;

/** There will be no patch: Tier 2 goes on. */
@Component
class ReturnToTier2 extends CaseStep {

	private final Casework casework;

	private final CaseTimers timers;

	ReturnToTier2(Casework casework, CaseTimers timers) {
		this.casework = casework;
		this.timers = timers;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		this.casework.returnToTierTwo(number, Actors.current(), answers.text("reason"));
		CaseVariables.passTo(answers, Tier.TWO);
		this.timers.follow(number);
	}

}
