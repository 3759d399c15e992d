package org.tierline.engine;

import java.util.Set;

import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmActivity;

/**
 * What the engine writes down of the past: where the tokens stayed, and what failed. What
 * happened to a case is on its own timeline, so no variable is copied
 * (docs/adr/0001-history-level.md).
 */
class TierlineHistory extends AbstractHistoryLevel {

	static final String NAME = "tierline";

	private static final String ENTITY = HistoryEventTypes.ACTIVITY_INSTANCE_START.getEntityType();

	/** The engine's own levels are 0 to 3. */
	private static final int ID = 10;

	private static final Set<HistoryEventType> KEPT = Set.of(HistoryEventTypes.PROCESS_INSTANCE_START,
			HistoryEventTypes.PROCESS_INSTANCE_UPDATE, HistoryEventTypes.PROCESS_INSTANCE_MIGRATE,
			HistoryEventTypes.PROCESS_INSTANCE_END, HistoryEventTypes.ACTIVITY_INSTANCE_START,
			HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE, HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE,
			HistoryEventTypes.ACTIVITY_INSTANCE_END, HistoryEventTypes.TASK_INSTANCE_CREATE,
			HistoryEventTypes.TASK_INSTANCE_UPDATE, HistoryEventTypes.TASK_INSTANCE_MIGRATE,
			HistoryEventTypes.TASK_INSTANCE_COMPLETE, HistoryEventTypes.TASK_INSTANCE_DELETE,
			HistoryEventTypes.INCIDENT_CREATE, HistoryEventTypes.INCIDENT_MIGRATE, HistoryEventTypes.INCIDENT_RESOLVE,
			HistoryEventTypes.INCIDENT_DELETE, HistoryEventTypes.INCIDENT_UPDATE, HistoryEventTypes.JOB_FAIL);

	/** A token passes through these in the moment in which it comes. */
	private static final Set<String> PASSED = Set.of(ActivityTypes.START_EVENT, ActivityTypes.START_EVENT_MESSAGE,
			ActivityTypes.START_EVENT_TIMER, ActivityTypes.START_EVENT_SIGNAL, ActivityTypes.START_EVENT_ESCALATION,
			ActivityTypes.START_EVENT_ERROR, ActivityTypes.GATEWAY_EXCLUSIVE, ActivityTypes.GATEWAY_INCLUSIVE,
			ActivityTypes.GATEWAY_PARALLEL, ActivityTypes.TASK_SERVICE, ActivityTypes.TASK_BUSINESS_RULE,
			ActivityTypes.INTERMEDIATE_EVENT_MESSAGE_THROW, ActivityTypes.INTERMEDIATE_EVENT_SIGNAL_THROW,
			ActivityTypes.INTERMEDIATE_EVENT_ESCALATION_THROW, ActivityTypes.INTERMEDIATE_EVENT_NONE_THROW);

	@Override
	public int getId() {
		return ID;
	}

	@Override
	public String getName() {
		return NAME;
	}

	@Override
	public boolean isHistoryEventProduced(HistoryEventType eventType, Object entity) {
		return KEPT.contains(eventType) && !(entity instanceof ExecutionEntity execution
				&& eventType.getEntityType().equals(ENTITY) && passes(execution.getActivity()));
	}

	private static boolean passes(PvmActivity activity) {
		return activity != null && PASSED.contains(String.valueOf(activity.getProperty("type")));
	}

}
