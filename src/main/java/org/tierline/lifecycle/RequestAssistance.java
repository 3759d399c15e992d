package org.tierline.lifecycle;

import java.util.Map;

import org.camunda.bpm.engine.impl.context.Context;

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
		// Tier 2 began in this very transaction: the engine finds who waits for a message in the database only
		Context.getCommandContext().getDbEntityManager().flush();
		this.messages.send(number, SupportCaseModel.ASSISTANCE_WANTED, Map.of());
	}

}
