package org.tierline.lifecycle;

import java.util.Optional;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;

import org.tierline.cases.CaseNumber;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The engine's ids of the running processes of cases. */
@Component
class CaseInstances {

	private final RuntimeService runtime;

	CaseInstances(@Lazy RuntimeService runtime) {
		this.runtime = runtime;
	}

	/** A step of the case itself knows it without asking; empty if nothing runs. */
	Optional<String> of(CaseNumber number) {
		return current(number).or(
				() -> Optional
					.ofNullable(this.runtime.createProcessInstanceQuery()
						.processInstanceBusinessKey(number.value(), SupportCaseModel.KEY)
						.singleResult())
					.map((instance) -> instance.getProcessInstanceId()));
	}

	private static Optional<String> current(CaseNumber number) {
		return Optional.ofNullable(Context.getBpmnExecutionContext())
			.map(BpmnExecutionContext::getExecution)
			.filter((execution) -> number.value().equals(execution.getProcessBusinessKey()))
			.map((execution) -> execution.getProcessInstanceId());
	}

}
