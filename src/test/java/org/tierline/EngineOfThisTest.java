package org.tierline;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * What the engine keeps once per JVM and each test wants for itself. The engine's REST
 * finds its engine by name in a registry, where the last context made stands; and a time
 * that a story has set would stand still for all that run after it.
 */
class EngineOfThisTest implements BeforeAllCallback, AfterAllCallback {

	@Override
	public void beforeAll(ExtensionContext context) {
		ProcessEngines
			.registerProcessEngine(SpringExtension.getApplicationContext(context).getBean(ProcessEngine.class));
	}

	@Override
	public void afterAll(ExtensionContext context) {
		ClockUtil.reset();
	}

}
