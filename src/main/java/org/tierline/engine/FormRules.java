package org.tierline.engine;

import org.springframework.stereotype.Component;

/** A form whose answers could not be checked would stop every task that shows it. */
@Component
class FormRules implements DeploymentCheck {

	@Override
	public void check(String resourceName, byte[] content) {
		if (resourceName.endsWith(".form")) {
			try {
				FormFile.read(resourceName, content);
			}
			catch (IllegalArgumentException ex) {
				throw new DeploymentRefused(resourceName + ": " + ex.getMessage());
			}
		}
	}

}
