package org.tierline.engine;

import java.util.Map;

import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.variable.VariableMap;

/** Checks the answers to a task and completes it: one command, one transaction. */
record CheckedCompletion(FormChecks checks, String taskId, Map<String, Object> variables, boolean returning,
		boolean deserialize) implements Command<VariableMap> {

	@Override
	public VariableMap execute(CommandContext context) {
		TaskEntity task = Tasks.open(this.taskId, context);
		Tasks.checkMayWorkOn(task, context);
		checkNotDelegated(task);
		VariableMap answers = this.checks.answers(task, this.variables, context);
		return withoutPassing(
				new CompleteTaskCmd(this.taskId, answers, this.returning, this.deserialize).execute(context));
	}

	/** Whether somebody else was quicker, or the case has gone another way. */
	static boolean isGone(String taskId, CommandExecutor executor) {
		return taskId != null && executor.execute((context) -> context.getTaskManager().findTaskById(taskId) == null);
	}

	// The engine would resolve the task instead, and the answers would be lost.
	private static void checkNotDelegated(TaskEntity task) {
		if (DelegationState.PENDING == task.getDelegationState()) {
			throw new SubmissionConflict("This task is delegated: resolve it first, its owner completes it");
		}
	}

	/** Answers pass through to the steps; they are no variables of the process. */
	static VariableMap withoutPassing(VariableMap variables) {
		if (variables != null) {
			variables.keySet().removeIf((name) -> variables.getValueTyped(name).isTransient());
		}
		return variables;
	}

}
