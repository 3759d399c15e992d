package org.tierline.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/**
 * A queue of Tasklist is all that waits for a group. Whoever belongs to the group may
 * read each of these tasks ({@link TaskRights}), so no right is looked up per task: a
 * page is read along the order of an index, however long the queue. Every other question
 * goes to the engine's own, slower query.
 */
class TaskQueues extends TaskManager {

	private static final Set<String> OF_A_QUEUE = Set.of(JsonTaskQueryConverter.CANDIDATE_GROUP,
			JsonTaskQueryConverter.INCLUDE_ASSIGNED_TASKS, JsonTaskQueryConverter.ORDERING_PROPERTIES,
			JsonTaskQueryConverter.PROCESS_INSTANCE_ID_IN);

	private static final Pattern COLUMN = Pattern.compile("[A-Z_]+");

	private static final String WAITING = """
			from ACT_RU_TASK RES where exists (select 1 from ACT_RU_IDENTITYLINK I where I.TASK_ID_ = RES.ID_
			and I.TYPE_ = 'candidate' and I.GROUP_ID_ = #{group})""";

	private static final String LINKED = """
			from (select distinct I.TASK_ID_ from ACT_RU_IDENTITYLINK I where I.TYPE_ = 'candidate'
			and I.GROUP_ID_ = #{group} and I.TASK_ID_ is not null) WAITING""";

	@Override
	public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
		return order(query).filter((order) -> isOwnQueue(query))
			.map((order) -> page(query, order))
			.orElseGet(() -> super.findTasksByQueryCriteria(query));
	}

	@Override
	public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
		return isOwnQueue(query) ? findTaskCountByNativeQuery(parameters(query, count(query)))
				: super.findTaskCountByQueryCriteria(query);
	}

	/** Of all that waits the links to the group are counted, in their index. */
	private static String count(TaskQueryImpl query) {
		return query.isIncludeAssignedTasks() ? "select count(*) " + LINKED : "select count(*) " + waiting(query);
	}

	private List<Task> page(TaskQueryImpl query, String order) {
		Map<String, Object> parameters = parameters(query, "select RES.* " + waiting(query) + order);
		parameters.put("resultType", "LIST_PAGE");
		parameters.put("firstResult", query.getFirstResult());
		parameters.put("maxResults", query.getMaxResults());
		return findTasksByNativeQuery(parameters, query.getFirstResult(), query.getMaxResults());
	}

	private static String waiting(TaskQueryImpl query) {
		return query.isIncludeAssignedTasks() ? WAITING : WAITING + " and RES.ASSIGNEE_ is null";
	}

	private static Map<String, Object> parameters(TaskQueryImpl query, String sql) {
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("sql", sql);
		parameters.put("group", query.getCandidateGroup());
		return parameters;
	}

	/** Nothing else is asked for than what waits for a group of the person who asks. */
	private boolean isOwnQueue(TaskQueryImpl query) {
		if (query.getCandidateGroup() == null || isForSomeInstances(query)) {
			return false;
		}
		var conditions = new JsonTaskQueryConverter().toJsonObject(query).keySet();
		return OF_A_QUEUE.containsAll(conditions) && mayReadAllOf(query.getCandidateGroup());
	}

	/** REST sends an empty list where none is meant. */
	private static boolean isForSomeInstances(TaskQueryImpl query) {
		return query.getProcessInstanceIdIn() != null && query.getProcessInstanceIdIn().length > 0;
	}

	private boolean mayReadAllOf(String group) {
		Authentication person = getCurrentAuthentication();
		return person != null && person.getGroupIds() != null && person.getGroupIds().contains(group)
				&& !isAnythingRevoked(person);
	}

	private boolean isAnythingRevoked(Authentication person) {
		return getDbEntityManager().selectBoolean("selectRevokeAuthorization",
				Map.of("userId", person.getUserId(), "authGroupIds", person.getGroupIds()));
	}

	/** Empty for an order that is not the task's own columns. */
	private static Optional<String> order(TaskQueryImpl query) {
		List<QueryOrderingProperty> properties = query.getOrderingProperties();
		boolean plain = !properties.isEmpty() && properties.stream().allMatch(TaskQueues::isPlain);
		return plain ? Optional.of(properties.stream()
			.map((property) -> "RES." + property.getQueryProperty().getName() + " " + property.getDirection().getName())
			.collect(Collectors.joining(", ", " order by ", ""))) : Optional.empty();
	}

	private static boolean isPlain(QueryOrderingProperty property) {
		return property.getRelation() == null && property.getQueryProperty().getFunction() == null
				&& property.getDirection() != null && COLUMN.matcher(property.getQueryProperty().getName()).matches();
	}

	record Factory() implements SessionFactory {

		@Override
		public Class<?> getSessionType() {
			return TaskManager.class;
		}

		@Override
		public Session openSession() {
			return new TaskQueues();
		}

	}

}
