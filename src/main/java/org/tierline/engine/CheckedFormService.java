package org.tierline.engine;

import java.util.Collection;
import java.util.Map;

import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * The engine's form service: what is submitted goes the same checked way as without a
 * form, and a form shows the facts beside the variables.
 */
class CheckedFormService extends FormServiceImpl {

	private final FormChecks checks;

	private final FactsOfTasks facts;

	CheckedFormService(FormChecks checks, FactsOfTasks facts) {
		this.checks = checks;
		this.facts = facts;
	}

	@Override
	public void submitTaskForm(String taskId, Map<String, Object> properties) {
		complete(new CheckedCompletion(this.checks, taskId, properties, false, false));
	}

	@Override
	public VariableMap submitTaskFormWithVariablesInReturn(String taskId, Map<String, Object> properties,
			boolean deserializeValues) {
		return complete(new CheckedCompletion(this.checks, taskId, properties, true, deserializeValues));
	}

	private VariableMap complete(CheckedCompletion completion) {
		return Doors.ofTasks(Doors.unlessGone(() -> CheckedCompletion.isGone(completion.taskId(), this.commandExecutor),
				() -> this.commandExecutor.execute(completion)));
	}

	@Override
	public ProcessInstance submitStartForm(String processDefinitionId, Map<String, Object> properties) {
		return submitStartForm(processDefinitionId, null, properties);
	}

	@Override
	public ProcessInstance submitStartForm(String processDefinitionId, String businessKey,
			Map<String, Object> properties) {
		return CheckedStart.byId(this.commandExecutor, this.checks, processDefinitionId)
			.businessKey(businessKey)
			.setVariables(properties)
			.execute();
	}

	@Override
	@SuppressWarnings({ "deprecation", "unchecked", "rawtypes" })
	public void submitTaskFormData(String taskId, Map<String, String> properties) {
		submitTaskForm(taskId, (Map) properties);
	}

	@Override
	@SuppressWarnings({ "deprecation", "unchecked", "rawtypes" })
	public ProcessInstance submitStartFormData(String processDefinitionId, Map<String, String> properties) {
		return submitStartForm(processDefinitionId, null, (Map) properties);
	}

	@Override
	@SuppressWarnings({ "deprecation", "unchecked", "rawtypes" })
	public ProcessInstance submitStartFormData(String processDefinitionId, String businessKey,
			Map<String, String> properties) {
		return submitStartForm(processDefinitionId, businessKey, (Map) properties);
	}

	@Override
	public VariableMap getTaskFormVariables(String taskId) {
		return getTaskFormVariables(taskId, null, true);
	}

	@Override
	public VariableMap getTaskFormVariables(String taskId, Collection<String> names, boolean deserialize) {
		return this.commandExecutor.execute((context) -> {
			VariableMap variables = new GetTaskFormVariablesCmd(taskId, names, deserialize).execute(context);
			this.facts.of(context.getTaskManager().findTaskById(taskId)).forEach((name, value) -> {
				if (names == null || names.contains(name)) {
					variables.put(name, value);
				}
			});
			return variables;
		});
	}

}
