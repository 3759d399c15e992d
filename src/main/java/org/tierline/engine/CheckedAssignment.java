package org.tierline.engine;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;

/**
 * A task is taken by, or handed to, somebody who can work on it: with anybody else, or
 * with a login that is not there, it would lie where nobody looks.
 *
 * @param assigning the engine's command, which checks what the caller may do
 * @param login the new assignee; null: nobody
 */
record CheckedAssignment(Command<?> assigning, String taskId, String login) implements Command<Void> {

	@Override
	public Void execute(CommandContext context) {
		this.assigning.execute(context);
		// Without a person it is the product itself that assigns.
		if (this.login != null && context.getAuthentication() != null) {
			Set<String> groups = groups(context.getTaskManager().findTaskById(this.taskId));
			if (!context.runWithoutAuthorization(() -> isMember(groups, context))) {
				throw new SubmissionRefused("userId", this.login + " is not of " + String.join(", ", groups));
			}
		}
		return null;
	}

	private static Set<String> groups(TaskEntity task) {
		return task.getCandidates()
			.stream()
			.filter((link) -> IdentityLinkType.CANDIDATE.equals(link.getType()))
			.map(IdentityLink::getGroupId)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
	}

	private boolean isMember(Set<String> groups, CommandContext context) {
		return Stream.concat(groups.stream(), Stream.of(Groups.CAMUNDA_ADMIN))
			.anyMatch((group) -> context.getReadOnlyIdentityProvider()
				.createUserQuery(context)
				.userId(this.login)
				.memberOfGroup(group)
				.count() > 0);
	}

}
