package org.tierline.lifecycle;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;

import org.tierline.cases.TargetTable;
import org.tierline.customers.Plan;
import org.tierline.sla.SlaTargets;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the table {@code sla-targets} as it is deployed now, outside of a process. */
@Component
class SlaTable {

	private final DecisionService decisions;

	private final ProcessEngine engine;

	/** A version never changes: what a row says is found out once. */
	private final Map<Row, SlaTargets> known = new ConcurrentHashMap<>();

	SlaTable(@Lazy DecisionService decisions, @Lazy ProcessEngine engine) {
		this.decisions = decisions;
		this.engine = engine;
	}

	/** The newest version, however often it is asked; what it promises names it. */
	TargetTable newest() {
		DecisionDefinition newest = definition();
		return (plan, severity) -> this.known.computeIfAbsent(new Row(newest.getId(), plan, severity), this::read)
			.of(newest.getVersion());
	}

	SlaTargets targets(Plan plan, int severity) {
		return newest().targets(plan, severity);
	}

	private SlaTargets read(Row row) {
		return read(this.decisions.evaluateDecisionTableById(row.table())
			.variables(Map.of("plan", row.plan().code(), "severity", row.severity()))
			.evaluate()
			.getSingleResult()
			.getEntryMap());
	}

	private DecisionDefinition definition() {
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

	private record Row(String table, Plan plan, int severity) {
	}

}
