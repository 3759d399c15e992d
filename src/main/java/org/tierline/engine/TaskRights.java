package org.tierline.engine;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityCache;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;

/**
 * Who gets rights by what happens in the engine (R22): the candidate groups of a task may
 * read, claim, complete and give back that task and read the process instance it belongs
 * to (its variables and diagram), and nobody gets anything else. In particular an
 * assignee has the rights of the groups, not by being named.
 */
class TaskRights extends DefaultAuthorizationProvider {

	/**
	 * Claim, complete and submit need TASK_WORK; giving back is an assignment to nobody,
	 * which needs TASK_ASSIGN.
	 */
	private static final Permission[] WORK = { TaskPermissions.READ, TaskPermissions.TASK_WORK,
			TaskPermissions.TASK_ASSIGN };

	@Override
	public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
		if (!IdentityLinkType.CANDIDATE.equals(type)) {
			return null;
		}
		return Stream
			.of(grant(groupId, Resources.TASK, task.getId(), WORK),
					grant(groupId, Resources.PROCESS_INSTANCE, task.getProcessInstanceId(), Permissions.READ))
			.filter(Objects::nonNull)
			.toArray(AuthorizationEntity[]::new);
	}

	@Override
	public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
		return null;
	}

	@Override
	public AuthorizationEntity[] newTaskOwner(Task task, String oldOwner, String newOwner) {
		return null;
	}

	@Override
	public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String userId, String type) {
		return null;
	}

	/** A deployer may not delete a deployment: its running cases would go with it. */
	@Override
	public AuthorizationEntity[] newDeployment(Deployment deployment) {
		return null;
	}

	/** People change their own name, mail and password; they do not delete themselves. */
	@Override
	public AuthorizationEntity[] newUser(User user) {
		return new AuthorizationEntity[] { createGrantAuthorization(user.getId(), null, Resources.USER, user.getId(),
				Permissions.READ, Permissions.UPDATE) };
	}

	@Override
	public AuthorizationEntity[] newFilter(Filter filter) {
		return (filter.getOwner() != null) ? new AuthorizationEntity[] {
				createGrantAuthorization(filter.getOwner(), null, Resources.FILTER, filter.getId(), Permissions.READ) }
				: null;
	}

	private AuthorizationEntity grant(String groupId, Resource resource, String id, Permission... permissions) {
		return (id == null || isGranted(groupId, resource, id)) ? null
				: createGrantAuthorization(null, groupId, resource, id, permissions);
	}

	private boolean isGranted(String groupId, Resource resource, String id) {
		return isGrantedInThisTransaction(groupId, resource, id)
				|| (!isNew(resource, id) && getGrantAuthorizationByGroupId(groupId, resource, id) != null);
	}

	/** What this transaction makes has no grants that it has not made, too. */
	private static boolean isNew(Resource resource, String id) {
		DbEntityCache cache = Context.getCommandContext().getDbEntityManager().getDbEntityCache();
		DbEntity entity = (resource == Resources.TASK) ? cache.get(TaskEntity.class, id)
				: cache.get(ExecutionEntity.class, id);
		return entity != null && cache.isTransient(entity);
	}

	/**
	 * Two tasks of one group can arise in one step; a query does not see the first yet.
	 */
	private static boolean isGrantedInThisTransaction(String groupId, Resource resource, String id) {
		return Context.getCommandContext()
			.getDbEntityManager()
			.getCachedEntitiesByType(AuthorizationEntity.class)
			.stream()
			.anyMatch((cached) -> isFor(cached, groupId, resource, id));
	}

	private static boolean isFor(Authorization grant, String groupId, Resource resource, String id) {
		return Arrays.asList(groupId, id).equals(Arrays.asList(grant.getGroupId(), grant.getResourceId()))
				&& grant.getResourceType() == resource.resourceType();
	}

}
