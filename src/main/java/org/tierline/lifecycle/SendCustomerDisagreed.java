package org.tierline.lifecycle;

import java.util.Map;

import org.tierline.cases.CaseNumber;

import org.springframework.stereotype.Component;

/** A person read what the customer wrote: the resolution did not help. */
@Component
class SendCustomerDisagreed extends CaseStep {

	private final CaseMessages messages;

	SendCustomerDisagreed(CaseMessages messages) {
		this.messages = messages;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		this.messages.send(number, SupportCaseModel.CUSTOMER_DISAGREED, Map.of("reason", "the customer wrote"));
	}

}
