package org.tierline;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The engine's REST finds its engine by name in a registry of the JVM. Of several cached
 * contexts the last one made is there; each test wants its own.
 */
class EngineOfThisTest implements BeforeAllCallback {

	@Override
	public void beforeAll(ExtensionContext context) {
		ProcessEngines
			.registerProcessEngine(SpringExtension.getApplicationContext(context).getBean(ProcessEngine.class));
	}

}
