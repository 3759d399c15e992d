package org.tierline.engine;

import java.io.ByteArrayInputStream;
import java.util.List;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Deploys models and forms as one set under stable names, and only if one of them has
 * changed: before the first job runs and the first call comes in. What a process owner
 * has deployed since is left alone.
 */
@Component
class ModelsAtStart implements SmartInitializingSingleton {

	/** Tells our deployments from those of people. */
	static final String SOURCE = "tierline";

	private static final Logger LOG = LoggerFactory.getLogger(ModelsAtStart.class);

	private final CommandExecutor engine;

	private final RepositoryService repository;

	private final String folder;

	private final boolean replace;

	ModelsAtStart(CommandExecutor engine, RepositoryService repository, @Value("${tierline.models:}") String folder,
			@Value("${tierline.models-replace:false}") boolean replace) {
		this.engine = engine;
		this.repository = repository;
		this.folder = folder;
		this.replace = replace;
	}

	@Override
	public void afterSingletonsInstantiated() {
		ModelFiles files = this.folder.isBlank() ? ModelFiles.shipped() : ModelFiles.in(this.folder);
		this.engine.execute((context) -> deploy(files, context));
	}

	private Deployment deploy(ModelFiles files, CommandContext context) {
		// Two nodes that start at once, or a person who deploys meanwhile, wait here.
		context.getPropertyManager().acquireExclusiveLock();
		List<String> owned = new ForeignModels(context).among(files);
		if (!owned.isEmpty() && !this.replace) {
			LOG.warn(
					"The models are left as they are: a process owner deployed the newest {}. "
							+ "To replace them, start once with tierline.models-replace=true",
					String.join(", ", owned));
			return null;
		}
		DeploymentBuilder deployment = builder(files);
		return report((owned.isEmpty() ? deployment.enableDuplicateFiltering(false) : deployment).deploy(), owned);
	}

	private DeploymentBuilder builder(ModelFiles files) {
		DeploymentBuilder deployment = this.repository.createDeployment().name(SOURCE).source(SOURCE);
		files.byName().forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
		return deployment;
	}

	private static Deployment report(Deployment deployment, List<String> replaced) {
		if (!replaced.isEmpty()) {
			LOG.warn("Replaced what a process owner had deployed: {}", String.join(", ", replaced));
		}
		LOG.info("The models are those of the deployment {} of {}", deployment.getId(), deployment.getDeploymentTime());
		return deployment;
	}

}
