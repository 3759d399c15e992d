package org.tierline.engine;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * What Tasklist shows at first login: a queue per group, claimed tasks included so that
 * none is out of sight when a person is away, and each person's own tasks. What is due
 * first comes first.
 */
class TaskFilters {

	private static final Map<String, String> QUEUES = Map.of("tier1", "Tier 1", "tier2", "Tier 2", "tier3", "Tier 3",
			"release-managers", "Releases");

	private final FilterService filters;

	private final TaskService tasks;

	private final AuthorizationService authorizations;

	TaskFilters(ProcessEngine engine) {
		this.filters = engine.getFilterService();
		this.tasks = engine.getTaskService();
		this.authorizations = engine.getAuthorizationService();
	}

	void ensureQueues() {
		QUEUES.forEach(this::ensureQueue);
	}

	private void ensureQueue(String group, String name) {
		if (this.filters.createFilterQuery().filterName(name).count() == 0) {
			TaskQuery waiting = this.tasks.createTaskQuery().taskCandidateGroup(group).includeAssignedTasks();
			letRead(group, save(name, null, 0, "Everything that waits for " + name, waiting));
		}
	}

	/** The engine forbids expressions in stored queries, so each person has its own. */
	void ensureOwn(String login) {
		if (this.filters.createFilterQuery().filterOwner(login).filterName("My tasks").count() == 0) {
			save("My tasks", login, 10, "What I have claimed", this.tasks.createTaskQuery().taskAssignee(login));
		}
	}

	private Filter save(String name, String owner, int position, String description, TaskQuery query) {
		query.orderByDueDate().asc().orderByTaskPriority().desc();
		return this.filters.saveFilter(this.filters.newTaskFilter(name)
			.setOwner(owner)
			.setQuery(query)
			.setProperties(Map.of("description", description, "priority", position, "refresh", true, "color", "#0b5563",
					"showUndefinedVariable", false, "variables", shownVariables())));
	}

	private static List<Map<String, String>> shownVariables() {
		return List.of(Map.of("name", "company", "label", "Company"), Map.of("name", "subject", "label", "Subject"),
				Map.of("name", "severity", "label", "Severity"));
	}

	private void letRead(String group, Filter filter) {
		Authorization grant = this.authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
		grant.setGroupId(group);
		grant.setResource(Resources.FILTER);
		grant.setResourceId(filter.getId());
		grant.addPermission(Permissions.READ);
		this.authorizations.saveAuthorization(grant);
	}

}
