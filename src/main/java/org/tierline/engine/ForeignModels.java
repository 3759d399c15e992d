package org.tierline.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.repository.ResourceDefinitionEntity;

/** Finds the models whose newest version did not come from a start of the product. */
record ForeignModels(CommandContext context) {

	/** Of a set of models, the ids of those that a person deployed last. */
	List<String> among(ModelFiles files) {
		return files.ids()
			.filter((id) -> newest(id).map(ResourceDefinitionEntity::getDeploymentId).anyMatch(this::isForeign))
			.sorted()
			.toList();
	}

	private Stream<ResourceDefinitionEntity<?>> newest(String id) {
		return Stream
			.<ResourceDefinitionEntity<?>>of(
					this.context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(id),
					this.context.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(id),
					this.context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(id))
			.flatMap((definition) -> Optional.<ResourceDefinitionEntity<?>>ofNullable(definition).stream());
	}

	private boolean isForeign(String deploymentId) {
		return !ModelsAtStart.SOURCE
			.equals(this.context.getDeploymentManager().findDeploymentById(deploymentId).getSource());
	}

}
