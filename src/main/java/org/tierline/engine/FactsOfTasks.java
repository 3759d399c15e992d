package org.tierline.engine;

import java.util.Map;

import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks the rooms for the facts of a task. They are looked up late: the rooms need the
 * engine before the engine needs them.
 */
@Component
class FactsOfTasks {

	private final ObjectProvider<TaskFacts> rooms;

	FactsOfTasks(ObjectProvider<TaskFacts> rooms) {
		this.rooms = rooms;
	}

	Map<String, Object> of(TaskEntity task) {
		ExecutionEntity execution = task.getExecution();
		return (execution != null) ? of(execution, task.getTaskDefinitionKey()) : Map.of();
	}

	private Map<String, Object> of(ExecutionEntity execution, String taskKey) {
		String process = execution.getProcessDefinition().getKey();
		return this.rooms.orderedStream()
			.filter((room) -> room.knows(process))
			.findFirst()
			.map((room) -> room.of(process, execution.getProcessBusinessKey(), taskKey))
			.orElse(Map.of());
	}

}
