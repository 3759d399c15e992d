package org.tierline.engine;

import java.util.List;

import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Checks a person's rights. The engine first asks, for each command, which groups have
 * any rights, to leave the others out; but each open case has rights of its own, and that
 * question goes through all of them. A group without rights simply finds none.
 */
class PersonsRights extends AuthorizationManager {

	@Override
	public List<String> filterAuthenticatedGroupIds(List<String> groups) {
		return (groups != null) ? groups : List.of();
	}

	record Factory() implements SessionFactory {

		@Override
		public Class<?> getSessionType() {
			return AuthorizationManager.class;
		}

		@Override
		public Session openSession() {
			return new PersonsRights();
		}

	}

}
