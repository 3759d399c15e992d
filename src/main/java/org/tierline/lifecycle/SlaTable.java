package org.tierline.lifecycle;

import java.util.Map;

import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;

import org.tierline.customers.Plan;
import org.tierline.sla.SlaTargets;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the table {@code sla-targets} as it is deployed now, outside of a process. */
@Component
class SlaTable {

	private final DecisionService decisions;

	private final ProcessEngine engine;

	SlaTable(@Lazy DecisionService decisions, @Lazy ProcessEngine engine) {
		this.decisions = decisions;
		this.engine = engine;
	}

	/** What the newest version promises, and which one that is. */
	SlaTargets targets(Plan plan, int severity) {
		DecisionDefinition newest = newest();
		Map<String, Object> row = this.decisions.evaluateDecisionTableById(newest.getId())
			.variables(Map.of("plan", plan.code(), "severity", severity))
			.evaluate()
			.getSingleResult()
			.getEntryMap();
		return read(row).of(newest.getVersion());
	}

	private DecisionDefinition newest() {
		var configuration = (ProcessEngineConfigurationImpl) this.engine.getProcessEngineConfiguration();
		return configuration.getCommandExecutorTxRequired()
			.execute((context) -> context.getDecisionDefinitionManager()
				.findLatestDecisionDefinitionByKeyAndTenantId(SupportCaseModel.SLA_TARGETS, null));
	}

	/** Reads a row's words. */
	static SlaTargets read(Map<?, ?> row) {
		return SlaTargets.parse((String) row.get("response"), (String) row.get("update"),
				(String) row.get("resolution"), (String) row.get("calendar"));
	}

}
