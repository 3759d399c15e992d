package org.tierline.engine;

import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;

/**
 * The engine's runtime service, with every start checked against the start form; all its
 * ways to start a process by key or id lead through these two.
 */
class CheckedRuntimeService extends RuntimeServiceImpl {

	private final FormChecks checks;

	CheckedRuntimeService(FormChecks checks) {
		this.checks = checks;
	}

	@Override
	public ProcessInstantiationBuilder createProcessInstanceById(String processDefinitionId) {
		return CheckedStart.byId(this.commandExecutor, this.checks, processDefinitionId);
	}

	@Override
	public ProcessInstantiationBuilder createProcessInstanceByKey(String processDefinitionKey) {
		return CheckedStart.byKey(this.commandExecutor, this.checks, processDefinitionKey);
	}

}
