package org.tierline.lifecycle;

import java.util.Map;

import org.camunda.bpm.engine.DecisionService;

import org.tierline.customers.Plan;
import org.tierline.sla.SlaTargets;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the table {@code sla-targets} as it is deployed now, outside of a process. */
@Component
class SlaTable {

	private final DecisionService decisions;

	SlaTable(@Lazy DecisionService decisions) {
		this.decisions = decisions;
	}

	SlaTargets targets(Plan plan, int severity) {
		Map<String, Object> row = this.decisions.evaluateDecisionTableByKey(SupportCaseModel.SLA_TARGETS)
			.variables(Map.of("plan", plan.code(), "severity", severity))
			.evaluate()
			.getSingleResult()
			.getEntryMap();
		return read(row);
	}

	/** Reads a row's words. */
	static SlaTargets read(Map<?, ?> row) {
		return SlaTargets.parse((String) row.get("response"), (String) row.get("update"),
				(String) row.get("resolution"), (String) row.get("calendar"));
	}

}
