package org.tierline.lifecycle;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;

import org.springframework.stereotype.Component;

/** Asks the customer, who owes the answer from now on. */
@Component
class AskCustomer extends CaseStep {

	private final Casework casework;

	AskCustomer(Casework casework) {
		this.casework = casework;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		this.casework.ask(number, Actors.current(), answers.text("message"));
	}

}
