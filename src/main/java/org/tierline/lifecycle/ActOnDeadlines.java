package org.tierline.lifecycle;

import java.util.Map;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;

import org.springframework.stereotype.Component;

/** Warns, tells of breaches, reminds and reports what is due now; each once. */
@Component
class ActOnDeadlines extends CaseStep {

	private final Casework casework;

	private final ProgressTelling progress;

	private final CaseMessages messages;

	ActOnDeadlines(Casework casework, ProgressTelling progress, CaseMessages messages) {
		this.casework = casework;
		this.progress = progress;
		this.messages = messages;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		// First: it locks the cases that are told together in their order.
		this.progress.atUpdateTarget(number);
		if (this.casework.actOnDeadlines(number)) {
			this.messages.send(number, SupportCaseModel.CUSTOMER_SILENT, Map.of());
		}
	}

}
