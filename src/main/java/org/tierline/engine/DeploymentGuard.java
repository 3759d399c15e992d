package org.tierline.engine;

import java.util.Comparator;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Sees every new deployment before the engine reads it, whichever door it came through,
 * in the transaction that would store it. To deploy a model is to run code, so a model
 * must keep the rules.
 */
class DeploymentGuard implements Deployer {

	private static final Pattern KNOWN_FILES = Pattern.compile("(?s).+\\.(bpmn|dmn|form|svg|png)");

	private final ObjectProvider<DeploymentCheck> checks;

	private final BooleanSupplier byPerson;

	DeploymentGuard(ObjectProvider<DeploymentCheck> checks, BooleanSupplier byPerson) {
		this.checks = checks;
		this.byPerson = byPerson;
	}

	@Override
	public void deploy(DeploymentEntity deployment) {
		if (deployment.isNew()) {
			checkOrigin(deployment);
			deployment.getResources()
				.values()
				.stream()
				.sorted(Comparator.comparing(ResourceEntity::getName))
				.forEach(this::check);
		}
	}

	private void checkOrigin(DeploymentEntity deployment) {
		if (deployment.getTenantId() != null) {
			throw new DeploymentRefused("A deployment for a tenant is not allowed: there are none");
		}
		// What a person deployed must be known for that, or the next start replaces it.
		if (ModelsAtStart.SOURCE.equals(deployment.getSource()) && this.byPerson.getAsBoolean()) {
			throw new DeploymentRefused("The source " + ModelsAtStart.SOURCE + " is the product's own: name another");
		}
	}

	private void check(ResourceEntity resource) {
		if (!KNOWN_FILES.matcher(resource.getName()).matches()) {
			throw new DeploymentRefused(resource.getName()
					+ " is not allowed: a deployment holds .bpmn, .dmn and .form files, and pictures (.svg, .png)");
		}
		this.checks.orderedStream().forEach((check) -> check.check(resource.getName(), resource.getBytes()));
	}

}
