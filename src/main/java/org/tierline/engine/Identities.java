package org.tierline.engine;

import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/** The engine's users, who are forgotten by the cache as soon as they change. */
class Identities extends DbIdentityServiceProvider {

	private final LoginCache cache;

	Identities(LoginCache cache) {
		this.cache = cache;
	}

	@Override
	public IdentityOperationResult saveUser(User user) {
		forget(user.getId());
		return super.saveUser(user);
	}

	@Override
	public IdentityOperationResult deleteUser(String userId) {
		forget(userId);
		return super.deleteUser(userId);
	}

	@Override
	public IdentityOperationResult deleteGroup(String groupId) {
		afterCommit(this.cache::forgetAll);
		return super.deleteGroup(groupId);
	}

	@Override
	public IdentityOperationResult createMembership(String userId, String groupId) {
		forget(userId);
		return super.createMembership(userId, groupId);
	}

	@Override
	public IdentityOperationResult deleteMembership(String userId, String groupId) {
		forget(userId);
		return super.deleteMembership(userId, groupId);
	}

	/**
	 * Locks nobody: ten wrong passwords would shut out the right person for good. Doors
	 * slow down the one who guesses instead.
	 */
	@Override
	public boolean checkPassword(String userId, String password) {
		UserEntity user = findUserById(userId);
		return user != null && user.getPassword() != null && password != null && matchPassword(password, user);
	}

	private void forget(String login) {
		afterCommit(() -> this.cache.forget(login));
	}

	private static void afterCommit(Runnable action) {
		Context.getCommandContext()
			.getTransactionContext()
			.addTransactionListener(TransactionState.COMMITTED, (context) -> action.run());
	}

	record Factory(LoginCache cache) implements SessionFactory {

		@Override
		public Class<?> getSessionType() {
			return DbIdentityServiceProvider.class;
		}

		@Override
		public Session openSession() {
			return new Identities(this.cache);
		}

	}

}
