package org.tierline.engine;

import org.camunda.bpm.engine.BadUserRequestException;

/**
 * A deployment breaks a rule; nothing of it was deployed. The message names file and
 * reason; the engine's REST answers it with 400.
 */
public class DeploymentRefused extends BadUserRequestException {

	public DeploymentRefused(String message) {
		super(message);
	}

}
