package org.tierline.lifecycle;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;

import org.springframework.stereotype.Component;

/** The customer agreed, or said nothing for the confirmation period. */
@Component
class CloseCase extends CaseStep {

	private final Casework casework;

	CloseCase(Casework casework) {
		this.casework = casework;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		this.casework.close(number, Actors.current(), answers.text("closingReason"));
	}

}
