package org.tierline.engine;

import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** The engine's open tasks, as a command sees them. */
final class Tasks {

	private Tasks() {
	}

	static TaskEntity open(String taskId, CommandContext context) {
		TaskEntity task = (taskId != null) ? context.getTaskManager().findTaskById(taskId) : null;
		if (task == null) {
			throw new SubmissionConflict(Doors.DONE_ALREADY);
		}
		return task;
	}

	/**
	 * Before the check: what a form asks is told only to those who may work on the task.
	 */
	static void checkMayWorkOn(TaskEntity task, CommandContext context) {
		context.getProcessEngineConfiguration().getCommandCheckers().forEach((checker) -> checker.checkTaskWork(task));
	}

}
