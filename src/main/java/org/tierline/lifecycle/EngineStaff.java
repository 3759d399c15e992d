package org.tierline.lifecycle;

import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;

import org.tierline.alerts.Staff;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The logins and groups that the engine keeps, as people who may be told. */
@Component
class EngineStaff implements Staff {

	private final IdentityService identities;

	EngineStaff(@Lazy IdentityService identities) {
		this.identities = identities;
	}

	@Override
	public List<Person> members(String group) {
		return this.identities.createUserQuery()
			.memberOfGroup(group)
			.orderByUserId()
			.asc()
			.list()
			.stream()
			.map(EngineStaff::person)
			.toList();
	}

	@Override
	public Optional<Person> find(String login) {
		return Optional.ofNullable(login)
			.map((known) -> this.identities.createUserQuery().userId(known).singleResult())
			.map(EngineStaff::person);
	}

	@Override
	public boolean isGroup(String name) {
		return this.identities.createGroupQuery().groupId(name).count() > 0;
	}

	private static Person person(User user) {
		return new Person(user.getId(), user.getEmail());
	}

}
