package org.tierline.engine;

/**
 * A deployment breaks a rule; nothing of it was deployed. The message names file and
 * reason.
 */
public class DeploymentRefused extends RuntimeException {

	public DeploymentRefused(String message) {
		super(message);
	}

}
