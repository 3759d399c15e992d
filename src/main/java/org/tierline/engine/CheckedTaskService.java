package org.tierline.engine;

import java.util.Map;

import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * The engine's task service, with every completion checked against the task's form and
 * every assignment against its groups.
 */
class CheckedTaskService extends TaskServiceImpl {

	private final FormChecks checks;

	CheckedTaskService(FormChecks checks) {
		this.checks = checks;
	}

	@Override
	public void complete(String taskId) {
		complete(taskId, null);
	}

	@Override
	public void complete(String taskId, Map<String, Object> variables) {
		complete(new CheckedCompletion(this.checks, taskId, variables, false, false));
	}

	@Override
	public VariableMap completeWithVariablesInReturn(String taskId, Map<String, Object> variables,
			boolean deserializeValues) {
		return complete(new CheckedCompletion(this.checks, taskId, variables, true, deserializeValues));
	}

	private VariableMap complete(CheckedCompletion completion) {
		return Doors.ofTasks(Doors.unlessGone(() -> CheckedCompletion.isGone(completion.taskId(), this.commandExecutor),
				() -> this.commandExecutor.execute(completion)));
	}

	@Override
	public void claim(String taskId, String userId) {
		assign(taskId, userId, new ClaimTaskCmd(taskId, userId));
	}

	@Override
	public void setAssignee(String taskId, String userId) {
		assign(taskId, userId, new AssignTaskCmd(taskId, userId));
	}

	private void assign(String taskId, String userId, Command<?> assigning) {
		Doors.ofCalls(Doors.unlessGone(() -> CheckedCompletion.isGone(taskId, this.commandExecutor),
				() -> this.commandExecutor.execute(new CheckedAssignment(assigning, taskId, userId))));
	}

	@Override
	public void resolveTask(String taskId) {
		resolveTask(taskId, null);
	}

	/** Handing a delegated task back is no answer to it. */
	@Override
	public void resolveTask(String taskId, Map<String, Object> variables) {
		Doors.ofCalls(() -> {
			Submitted.refuseAny(variables);
			super.resolveTask(taskId, null);
			return null;
		});
	}

}
