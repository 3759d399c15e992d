package org.tierline.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.CamundaFormRefImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;

/**
 * A model is bound to the forms it is deployed with. A process owner who deploys a model
 * alone, as Camunda Modeler offers, means the forms that are there: the newest of each
 * come along. A form that is nowhere would leave tasks that nobody can complete.
 */
class FormsComeAlong implements Deployer {

	@Override
	public void deploy(DeploymentEntity deployment) {
		if (deployment.isNew()) {
			Set<String> there = forms(deployment);
			List<ResourceEntity> models = files(deployment, ".bpmn");
			for (ResourceEntity model : models) {
				ModelXml.read(model.getName(), model.getBytes())
					.formsByReference()
					.filter((form) -> !form.contains("{") && there.add(form))
					.forEach((form) -> add(form, model, deployment));
			}
		}
	}

	private static Set<String> forms(DeploymentEntity deployment) {
		return files(deployment, ".form").stream()
			.map((form) -> FormFile.id(form.getName(), form.getBytes()))
			.collect(Collectors.toSet());
	}

	private static List<ResourceEntity> files(DeploymentEntity deployment, String kind) {
		return deployment.getResources().values().stream().filter((file) -> file.getName().endsWith(kind)).toList();
	}

	private static void add(String form, ResourceEntity model, DeploymentEntity deployment) {
		CommandContext context = Context.getCommandContext();
		CamundaFormDefinition newest = context
			.runWithoutAuthorization(new GetCamundaFormDefinitionCmd(latest(form), null));
		if (newest == null) {
			throw new DeploymentRefused(model.getName() + ": the form " + form
					+ " is neither in this deployment nor deployed before: add its file");
		}
		ResourceEntity file = context.getResourceManager()
			.findResourceByDeploymentIdAndResourceName(newest.getDeploymentId(), newest.getResourceName());
		ResourceEntity copy = new ResourceEntity();
		copy.setName(deployment.getResource(file.getName()) != null ? form + ".form" : file.getName());
		copy.setBytes(file.getBytes());
		copy.setType(file.getType());
		copy.setDeploymentId(deployment.getId());
		deployment.addResource(copy);
		context.getResourceManager().insertResource(copy);
	}

	private static CamundaFormRefImpl latest(String form) {
		return new CamundaFormRefImpl(form, "latest");
	}

}
