package org.tierline.lifecycle;

import java.util.Map;

import org.tierline.cases.CaseNumber;

import org.springframework.stereotype.Component;

/** Calls Tier 1 to the side of Tier 2 (R11). */
@Component
class RequestAssistance extends CaseStep {

	private final CaseMessages messages;

	RequestAssistance(CaseMessages messages) {
		this.messages = messages;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		this.messages.send(number, SupportCaseModel.ASSISTANCE_WANTED, Map.of());
	}

}
