package org.tierline.lifecycle;

import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;

import org.tierline.cases.CaseNumber;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Sends messages to the running process of a case, in the caller's transaction. */
@Component
class CaseMessages {

	private final RuntimeService runtime;

	private final ModelVersions versions;

	CaseMessages(@Lazy RuntimeService runtime, ModelVersions versions) {
		this.runtime = runtime;
		this.versions = versions;
	}

	/** The process that waits for the message goes on at once with the values at hand. */
	void send(CaseNumber number, String message, Map<String, ?> values) {
		this.versions.prepare(SupportCaseModel.KEY, number.value(), message);
		to(number, message, values).correlate();
	}

	/** Begins a new process for the same number. */
	void start(CaseNumber number, String message, Map<String, ?> values) {
		this.versions.prepareStart(SupportCaseModel.KEY, message);
		to(number, message, values).correlateStartMessage();
	}

	private MessageCorrelationBuilder to(CaseNumber number, String message, Map<String, ?> values) {
		Map<String, Object> passing = new HashMap<>();
		values.forEach((name, value) -> Answers.pass(passing, name, value));
		return this.runtime.createMessageCorrelation(message)
			.processInstanceBusinessKey(number.value())
			.setVariables(passing);
	}

}
