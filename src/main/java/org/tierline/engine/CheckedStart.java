package org.tierline.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessInstanceWithVariablesImpl;
import org.camunda.bpm.engine.runtime.ProcessInstanceWithVariables;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * Starts a process. One with a start form is started with the form's fields and nothing
 * else: it begins at its beginning and finds its own business key. Others are started by
 * the product alone.
 */
final class CheckedStart extends ProcessInstantiationBuilderImpl {

	private final FormChecks checks;

	private CheckedStart(CommandExecutor executor, FormChecks checks) {
		super(executor);
		this.checks = checks;
	}

	static ProcessInstantiationBuilder byId(CommandExecutor executor, FormChecks checks, String id) {
		CheckedStart start = new CheckedStart(executor, checks);
		start.processDefinitionId = id;
		return start;
	}

	static ProcessInstantiationBuilder byKey(CommandExecutor executor, FormChecks checks, String key) {
		CheckedStart start = new CheckedStart(executor, checks);
		start.processDefinitionKey = key;
		return start;
	}

	@Override
	public ProcessInstanceWithVariables executeWithVariablesInReturn(boolean skipListeners, boolean skipMappings) {
		// What our own steps start on a person's behalf is not asked about.
		boolean fromOutside = Context.getCommandContext() == null;
		return Doors.ofCalls(() -> this.commandExecutor.execute((context) -> {
			ProcessDefinitionEntity definition = new GetDeployedProcessDefinitionCmd(this, false).execute(context);
			checkMayStart(definition, context);
			Optional<Starter> starter = fromOutside ? Starter.of(context) : Optional.empty();
			starter.ifPresent((person) -> person.checkOpens(definition));
			return submission(definition, context).map((variables) -> start(definition, variables, context))
				.orElseGet(() -> {
					starter.ifPresent((person) -> person.refuse(definition));
					return super.executeWithVariablesInReturn(skipListeners, skipMappings);
				});
		}));
	}

	private static void checkMayStart(ProcessDefinitionEntity definition, CommandContext context) {
		context.getProcessEngineConfiguration()
			.getCommandCheckers()
			.forEach((checker) -> checker.checkCreateProcessInstance(definition));
	}

	private Optional<VariableMap> submission(ProcessDefinitionEntity definition, CommandContext context) {
		return this.checks.start(definition, getVariables(), shortCuts(), context);
	}

	private List<Problem> shortCuts() {
		List<Problem> problems = new ArrayList<>();
		if (given(this.businessKey)) {
			problems.add(new Problem("businessKey", "is not the caller's to choose: the process finds its own"));
		}
		if (given(this.caseInstanceId)) {
			problems.add(new Problem("caseInstanceId", "is not used by this process"));
		}
		if (!this.modificationBuilder.getModificationOperations().isEmpty()) {
			problems.add(new Problem("startInstructions", "are not allowed: this process begins at its beginning"));
		}
		return problems;
	}

	private static boolean given(String text) {
		return text != null && !text.isBlank();
	}

	private static ProcessInstanceWithVariables start(ProcessDefinitionEntity definition, VariableMap submission,
			CommandContext context) {
		var plain = (ProcessInstantiationBuilderImpl) createProcessInstanceById(null, definition.getId());
		plain.setVariables(submission);
		var started = (ProcessInstanceWithVariablesImpl) new StartProcessInstanceCmd(plain).execute(context);
		return new ProcessInstanceWithVariablesImpl(started.getExecutionEntity(),
				CheckedCompletion.withoutPassing(started.getVariables()));
	}

}
