package org.tierline.engine;

import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;

import org.springframework.stereotype.Component;

/** The engine's own REST, {@code /engine-rest}, with what we add to it. */
@Component
class EngineRest extends CamundaJerseyResourceConfig {

	@Override
	protected void registerAdditionalResources() {
		register(new ReadableVariables());
	}

}
