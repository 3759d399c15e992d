package org.tierline.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Checks a person's rights for one command. The engine first asks, for each command,
 * which groups have any rights, to leave the others out; but each open case has rights of
 * its own, and that question goes through all of them. A group without rights simply
 * finds none.
 */
class PersonsRights extends AuthorizationManager {

	private final JdbcClient jdbc;

	private final Set<Asked> granted = new HashSet<>();

	PersonsRights(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<String> filterAuthenticatedGroupIds(List<String> groups) {
		return (groups != null) ? groups : List.of();
	}

	/**
	 * The rule is the engine's. A right that a group of the person has on just that thing
	 * decides it unless something is revoked from the person by name, so that is looked
	 * up first; whatever else may decide, the engine's own query finds, twenty times
	 * slower.
	 */
	@Override
	public boolean isAuthorized(String user, List<String> groups, CompositePermissionCheck check) {
		return decisive(check).filter((first) -> isGranted(user, groups, first)).isPresent()
				|| super.isAuthorized(user, groups, check);
	}

	/** The first of alternatives, for if it is granted nobody asks for the next. */
	private static Optional<PermissionCheck> decisive(CompositePermissionCheck check) {
		List<PermissionCheck> checks = check.getAtomicChecks();
		boolean alternatives = check.getCompositeChecks().isEmpty() && (check.isDisjunctive() || checks.size() == 1);
		return checks.stream().findFirst().filter((first) -> alternatives && first.getResourceId() != null);
	}

	private boolean isGranted(String user, List<String> groups, PermissionCheck check) {
		if (user == null || groups == null || groups.isEmpty()) {
			return false;
		}
		Asked asked = new Asked(user, check.getResourceType(), check.getResourceId(), check.getPerms());
		boolean yes = this.granted.contains(asked) || find(asked, groups);
		if (yes) {
			this.granted.add(asked);
		}
		return yes;
	}

	private boolean find(Asked asked, List<String> groups) {
		return this.jdbc.sql("""
				select exists (select from act_ru_authorization where resource_id_ = :id and resource_type_ = :type
				and type_ = 1 and group_id_ = any(:groups) and perms_ & :perms = :perms)
				and not exists (select from act_ru_authorization where type_ = 2 and user_id_ = :user
				and resource_type_ = :type)""")
			.param("id", asked.id())
			.param("type", asked.type())
			.param("groups", groups.toArray(String[]::new))
			.param("perms", asked.perms())
			.param("user", asked.user())
			.query(Boolean.class)
			.single();
	}

	private record Asked(String user, int type, String id, int perms) {
	}

	record Factory(JdbcClient jdbc) implements SessionFactory {

		@Override
		public Class<?> getSessionType() {
			return AuthorizationManager.class;
		}

		@Override
		public Session openSession() {
			return new PersonsRights(this.jdbc);
		}

	}

}
