package org.tierline.lifecycle;

import java.util.Map;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;

import org.springframework.stereotype.Component;

/** Warns, tells of breaches, reminds and reports what is due now; each once. */
@Component
class ActOnDeadlines extends CaseStep {

	private final Casework casework;

	private final CaseMessages messages;

	ActOnDeadlines(Casework casework, CaseMessages messages) {
		this.casework = casework;
		this.messages = messages;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		if (this.casework.actOnDeadlines(number)) {
			this.messages.send(number, SupportCaseModel.CUSTOMER_SILENT, Map.of());
		}
	}

}
