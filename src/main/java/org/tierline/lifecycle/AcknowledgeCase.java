package org.tierline.lifecycle;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;

import org.springframework.stereotype.Component;

/** Tells the customer the number and what was promised. */
@Component
class AcknowledgeCase extends CaseStep {

	private final Casework casework;

	AcknowledgeCase(Casework casework) {
		this.casework = casework;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		this.casework.acknowledge(number);
	}

}
