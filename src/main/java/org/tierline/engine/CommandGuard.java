package org.tierline.engine;

import java.util.Set;
import java.util.function.Supplier;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cmd.AbstractDeleteProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractModificationCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractPatchVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractProcessInstanceModificationCommand;
import org.camunda.bpm.engine.impl.cmd.AbstractRemoveVariableCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractRestartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetJobsRetriesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetStateCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetVariableCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractUpdateProcessInstancesSuspendStateCmd;
import org.camunda.bpm.engine.impl.cmd.AddGroupIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AddUserIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateAllMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteJobCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.EvaluateStartConditionCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.RecalculateJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobPriorityCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.SetProcessDefinitionVersionCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskDescriptionCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskDueDateCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskFollowUpDateCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskNameCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskOwnerCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskPriorityCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.migration.AbstractMigrationCmd;

/**
 * Nobody but an administrator moves a case other than by the forms: the engine's grants
 * cannot tell a form from an error thrown by hand, or a start from a message that starts.
 * What our own steps do on a person's behalf is not asked about.
 */
class CommandGuard extends CommandInterceptor {

	private static final Set<Class<?>> PAST_THE_FORMS = Set.of(AbstractSetVariableCmd.class,
			AbstractRemoveVariableCmd.class, AbstractPatchVariablesCmd.class, HandleTaskBpmnErrorCmd.class,
			HandleTaskEscalationCmd.class, CorrelateMessageCmd.class, CorrelateAllMessageCmd.class,
			MessageEventReceivedCmd.class, SignalCmd.class, SignalEventReceivedCmd.class,
			EvaluateStartConditionCmd.class, SubmitStartFormCmd.class);

	private static final Set<Class<?>> MOVING_TOKENS = Set.of(ModifyProcessInstanceCmd.class,
			ModifyProcessInstanceAsyncCmd.class, AbstractProcessInstanceModificationCommand.class,
			AbstractModificationCmd.class, AbstractRestartProcessInstanceCmd.class, AbstractMigrationCmd.class,
			AbstractDeleteProcessInstanceCmd.class, AbstractSetStateCmd.class,
			AbstractUpdateProcessInstancesSuspendStateCmd.class, SetProcessDefinitionVersionCmd.class);

	private static final Set<Class<?>> TOUCHING_JOBS = Set.of(SetJobDuedateCmd.class, RecalculateJobDuedateCmd.class,
			SetJobRetriesCmd.class, AbstractSetJobsRetriesBatchCmd.class, SetJobPriorityCmd.class, ExecuteJobsCmd.class,
			DeleteJobCmd.class);

	/** Who may see a task follows from the model; rights on it come with its groups. */
	private static final Set<Class<?>> CHANGING_TASKS = Set.of(DelegateTaskCmd.class, SetTaskOwnerCmd.class,
			SetTaskPriorityCmd.class, SetTaskDueDateCmd.class, SetTaskFollowUpDateCmd.class, SetTaskNameCmd.class,
			SetTaskDescriptionCmd.class, AddUserIdentityLinkCmd.class, AddGroupIdentityLinkCmd.class,
			DeleteIdentityLinkCmd.class, CreateTaskCmd.class, SaveTaskCmd.class, DeleteTaskCmd.class);

	private final Supplier<Authentication> authentication;

	CommandGuard(Supplier<Authentication> authentication) {
		this.authentication = authentication;
	}

	@Override
	public <T> T execute(Command<T> command) {
		if (Context.getCommandContext() == null && isForAdministrators(command.getClass()) && !mayDoEverything()) {
			throw new AuthorizationException(
					"Only an administrator may do this; cases are worked on by their forms (" + name(command) + ")");
		}
		return this.next.execute(command);
	}

	private static boolean isForAdministrators(Class<?> command) {
		return isAnyOf(PAST_THE_FORMS, command) || isAnyOf(MOVING_TOKENS, command) || isAnyOf(TOUCHING_JOBS, command)
				|| isAnyOf(CHANGING_TASKS, command);
	}

	private static boolean isAnyOf(Set<Class<?>> kinds, Class<?> command) {
		return kinds.stream().anyMatch((kind) -> kind.isAssignableFrom(command));
	}

	/** Without a person it is the product itself that acts. */
	private boolean mayDoEverything() {
		Authentication person = this.authentication.get();
		return person == null || person.getUserId() == null
				|| (person.getGroupIds() != null && person.getGroupIds().contains(Groups.CAMUNDA_ADMIN));
	}

	private static String name(Command<?> command) {
		return command.getClass().getSimpleName().replaceAll("(Cmd|Command)$", "");
	}

}
