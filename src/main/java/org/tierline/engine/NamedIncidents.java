package org.tierline.engine;

import java.util.Optional;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A job that has used up its retries is an incident that says, in Cockpit and in the log,
 * which case stands still at which step.
 */
class NamedIncidents extends DefaultIncidentHandler {

	private static final Logger LOG = LoggerFactory.getLogger(NamedIncidents.class);

	/** ACT_RU_INCIDENT.INCIDENT_MSG_ has 4000 characters. */
	private static final int LONGEST = 4000;

	NamedIncidents() {
		super(Incident.FAILED_JOB_HANDLER_TYPE);
	}

	@Override
	public Incident handleIncident(IncidentContext context, String message) {
		String named = named(context, message);
		LOG.error("Stands still until somebody looks: {}", named);
		return super.handleIncident(context, named.substring(0, Math.min(named.length(), LONGEST)));
	}

	private static String named(IncidentContext context, String message) {
		return businessKey(context).map((key) -> key + ", ").orElse("")
				+ Optional.ofNullable(context.getActivityId()).orElse("a job of the engine") + ": " + message;
	}

	private static Optional<String> businessKey(IncidentContext context) {
		return Optional.ofNullable(context.getExecutionId())
			.map((id) -> Context.getCommandContext().getExecutionManager().findExecutionById(id))
			.map(ExecutionEntity::getProcessBusinessKey);
	}

}
