package org.tierline.lifecycle;

import java.util.Map;

import org.tierline.cases.CaseNumber;

import org.springframework.stereotype.Component;

/** A workaround for a case that waits for its patch: it is resolved with that. */
@Component
class SendWorkaroundFound extends CaseStep {

	private final CaseMessages messages;

	SendWorkaroundFound(CaseMessages messages) {
		this.messages = messages;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		this.messages.send(number, SupportCaseModel.WORKAROUND_FOUND,
				Map.of("resolutionKind", "workaround", "message", answers.text("message")));
	}

}
