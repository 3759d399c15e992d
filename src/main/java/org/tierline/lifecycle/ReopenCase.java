package org.tierline.lifecycle;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Casework;
import org.tierline.cases.SupportCase;
import org.tierline.cases.Tier;

import org.springframework.stereotype.Component;

/**
 * The customer came back within the plan's days: the case goes on where it was solved.
 */
@Component
class ReopenCase extends CaseStep {

	private final Cases cases;

	private final Casework casework;

	private final CaseRepromise promises;

	ReopenCase(Cases cases, Casework casework, CaseRepromise promises) {
		this.cases = cases;
		this.casework = casework;
		this.promises = promises;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		Tier tier = this.casework.reopen(number, Actors.current(), answers.text("reason"));
		this.promises.comeBack(number);
		SupportCase reopened = this.cases.get(number);
		CaseVariables.keep(answers, reopened);
		answers.keep("severity", reopened.severity());
		CaseVariables.passTo(answers, tier);
	}

}
