package org.tierline.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

import org.springframework.stereotype.Component;

/**
 * Gives the engine its checked services. REST, Tasklist and our own code all call these,
 * so there is no way round the forms.
 */
@Component
class FormChecksPlugin extends AbstractProcessEnginePlugin {

	private final FormChecks checks;

	private final FactsOfTasks facts;

	FormChecksPlugin(FormChecks checks, FactsOfTasks facts) {
		this.checks = checks;
		this.facts = facts;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		configuration.setTaskService(new CheckedTaskService(this.checks));
		configuration.setFormService(new CheckedFormService(this.checks, this.facts));
		configuration.setRuntimeService(new CheckedRuntimeService(this.checks));
	}

}
