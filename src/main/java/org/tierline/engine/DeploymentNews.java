package org.tierline.engine;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

import org.springframework.context.ApplicationEventPublisher;

/** Tells the rooms when tables have been deployed, after the engine has read them. */
class DeploymentNews implements Deployer {

	private final ApplicationEventPublisher events;

	DeploymentNews(ApplicationEventPublisher events) {
		this.events = events;
	}

	@Override
	public void deploy(DeploymentEntity deployment) {
		List<DecisionDefinitionEntity> tables = deployment.getDeployedArtifacts(DecisionDefinitionEntity.class);
		if (deployment.isNew() && tables != null && !tables.isEmpty()) {
			Map<String, Integer> versions = tables.stream()
				.collect(Collectors.toMap(DecisionDefinitionEntity::getKey, DecisionDefinitionEntity::getVersion));
			this.events.publishEvent(new TablesDeployed(versions));
		}
	}

}
