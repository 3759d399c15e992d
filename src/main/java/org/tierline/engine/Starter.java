package org.tierline.engine;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * A person who starts a process. Administrators may do everything to the engine, but a
 * case is opened by those who talk to customers, and a defect or a release by its own
 * step: started by hand it would be half.
 *
 * @param groups of the person
 */
record Starter(String login, List<String> groups) {

	/** Empty where the product itself acts. */
	static Optional<Starter> of(CommandContext context) {
		Authentication person = context.getAuthentication();
		return Optional.ofNullable(person)
			.filter((someone) -> someone.getUserId() != null)
			.map((someone) -> new Starter(someone.getUserId(),
					(someone.getGroupIds() != null) ? someone.getGroupIds() : List.of()));
	}

	void checkOpens(ProcessDefinition definition) {
		if (Grants.CASE.equals(definition.getKey()) && Collections.disjoint(this.groups, Grants.OPENERS)) {
			throw new AuthorizationException(this.login + " does not open cases");
		}
	}

	void refuse(ProcessDefinition definition) {
		throw new AuthorizationException(definition.getKey() + " is started by Tierline itself: it has no start form");
	}

}
