package org.tierline.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

import org.springframework.stereotype.Component;

/** Sets up the engine's identity and rights, before and after it is built. */
@Component
class EngineAccess extends AbstractProcessEnginePlugin {

	private final LoginCache cache;

	private final SlowHash slowHash;

	EngineAccess(LoginCache cache, SlowHash slowHash) {
		this.cache = cache;
		this.slowHash = slowHash;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		configuration.setPasswordEncryptor(this.slowHash);
		configuration.setIdentityProviderSessionFactory(new Identities.Factory(this.cache));
		configuration.setResourceAuthorizationProvider(new TaskRights());
	}

	@Override
	public void postProcessEngineBuild(ProcessEngine engine) {
		new Grants(engine).ensure();
		new TaskFilters(engine).ensureQueues();
	}

}
