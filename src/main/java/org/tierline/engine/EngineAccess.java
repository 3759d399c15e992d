package org.tierline.engine;

import java.util.List;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sets up the engine's identity and rights, before and after it is built. */
@Component
class EngineAccess extends AbstractProcessEnginePlugin {

	/** Of logins and groups, whose names the contract writes with hyphens. */
	private static final String NAMES = "[a-zA-Z0-9][a-zA-Z0-9._@-]*";

	private final LoginCache cache;

	private final SlowHash slowHash;

	private final JdbcClient jdbc;

	EngineAccess(LoginCache cache, SlowHash slowHash, JdbcClient jdbc) {
		this.cache = cache;
		this.jdbc = jdbc;
		this.slowHash = slowHash;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		configuration.setUserResourceWhitelistPattern(NAMES);
		configuration.setGroupResourceWhitelistPattern(NAMES);
		configuration.setPasswordEncryptor(this.slowHash);
		configuration.setIdentityProviderSessionFactory(new Identities.Factory(this.cache));
		configuration.setResourceAuthorizationProvider(new TaskRights());
		// Each task has grants of its own. Looked up for each row they cost little;
		// joined,
		// every task is held against every grant.
		configuration.setAuthorizationCheckRevokes(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_ALWAYS);
		configuration
			.setCustomSessionFactories(List.of(new TaskQueues.Factory(), new PersonsRights.Factory(this.jdbc)));
	}

	@Override
	public void postProcessEngineBuild(ProcessEngine engine) {
		new Grants(engine).ensure();
		new TaskFilters(engine).ensureQueues();
	}

}
