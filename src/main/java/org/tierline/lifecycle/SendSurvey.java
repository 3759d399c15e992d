package org.tierline.lifecycle;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;

import org.springframework.stereotype.Component;

/** Asks the customer how we did. */
@Component
class SendSurvey extends CaseStep {

	private final Casework casework;

	SendSurvey(Casework casework) {
		this.casework = casework;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		this.casework.survey(number);
	}

}
