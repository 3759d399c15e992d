package org.tierline.lifecycle;

import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

import org.tierline.cases.CaseNumber;
import org.tierline.patches.Defect;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.Defects;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads the business key of the task's process. */
@Component
class EngineTaskCases implements TaskCases {

	private final TaskService tasks;

	private final RuntimeService runtime;

	private final Defects defects;

	EngineTaskCases(@Lazy TaskService tasks, @Lazy RuntimeService runtime, Defects defects) {
		this.tasks = tasks;
		this.runtime = runtime;
		this.defects = defects;
	}

	@Override
	public List<CaseNumber> of(String taskId, int limit) {
		Optional<String> key = key(taskId);
		return key.flatMap(CaseNumber::parse).map(List::of).orElseGet(() -> tied(key, limit));
	}

	private List<CaseNumber> tied(Optional<String> key, int limit) {
		return key.flatMap(DefectNumber::parse)
			.flatMap(this.defects::find)
			.map(Defect::cases)
			.orElse(List.of())
			.stream()
			.limit(limit)
			.toList();
	}

	private Optional<String> key(String taskId) {
		return Optional.ofNullable(this.tasks.createTaskQuery().taskId(taskId).singleResult())
			.map(Task::getProcessInstanceId)
			.map((id) -> this.runtime.createProcessInstanceQuery().processInstanceId(id).singleResult())
			.map(ProcessInstance::getBusinessKey);
	}

}
