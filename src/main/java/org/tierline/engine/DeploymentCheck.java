package org.tierline.engine;

/** A rule that every deployed model must keep, whichever door it comes through. */
public interface DeploymentCheck {

	/**
	 * Looks at one resource of a deployment before it counts.
	 * @throws DeploymentRefused if the whole deployment must not happen
	 */
	void check(String resourceName, byte[] content);

}
