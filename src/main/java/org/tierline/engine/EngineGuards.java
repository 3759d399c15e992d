package org.tierline.engine;

import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.jobexecutor.CallerRunsRejectedJobsHandler;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Builds the guards into the engine, so that every door leads past them: what models may
 * say, what callers may ask, and what is written down.
 */
@Component
class EngineGuards extends AbstractProcessEnginePlugin {

	private final ModelBeans beans;

	private final ObjectProvider<DeploymentCheck> checks;

	private final ApplicationEventPublisher events;

	EngineGuards(ModelBeans beans, ObjectProvider<DeploymentCheck> checks, ApplicationEventPublisher events) {
		this.events = events;
		this.beans = beans;
		this.checks = checks;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		configuration.setExpressionManager(new ModelExpressions(this.beans));
		configuration.setScriptEngineResolver(new NoScripts());
		configuration.setDmnEngineConfiguration(cellsOnce());
		configuration.setCustomPreDeployers(with(with(configuration.getCustomPreDeployers(),
				new DeploymentGuard(this.checks, () -> isPerson(configuration))), new FormsComeAlong()));
		configuration
			.setCustomPostDeployers(with(configuration.getCustomPostDeployers(), new DeploymentNews(this.events)));
		configuration.setFilterService(new CheckedFilterService());
		configuration.setCustomPreCommandInterceptorsTxRequired(
				guarded(configuration, configuration.getCustomPreCommandInterceptorsTxRequired()));
		configuration.setCustomPreCommandInterceptorsTxRequiresNew(
				guarded(configuration, configuration.getCustomPreCommandInterceptorsTxRequiresNew()));
		configuration.setCustomHistoryLevels(with(configuration.getCustomHistoryLevels(), new TierlineHistory()));
		configuration.setEnableDefaultDbHistoryEventHandler(false);
		configuration
			.setCustomHistoryEventHandlers(with(configuration.getCustomHistoryEventHandlers(), new KnownStarts()));
		configuration
			.setCustomSessionFactories(with(configuration.getCustomSessionFactories(), new KnownJobs.Factory()));
		configuration.setCustomIncidentHandlers(with(configuration.getCustomIncidentHandlers(), new NamedIncidents()));
	}

	/** After the engine's starter, which has a factory of its own. */
	@Override
	public void postInit(ProcessEngineConfigurationImpl configuration) {
		configuration.setFailedJobCommandFactory(new PatientRetries());
		DisjointJobs.install(configuration);
		if (configuration.getJobExecutor() != null) {
			// While the queue is full the acquiring thread helps. It would otherwise ask
			// for more due jobs after each
			// one or two that leave the queue, which cost a wave of breaches as much as
			// the breaches.
			configuration.getJobExecutor().setRejectedJobsHandler(new CallerRunsRejectedJobsHandler());
		}
	}

	private static List<CommandInterceptor> guarded(ProcessEngineConfigurationImpl configuration,
			List<CommandInterceptor> others) {
		CommandGuard commands = new CommandGuard(() -> configuration.getIdentityService().getCurrentAuthentication());
		return with(with(others, new QueryGuard()), commands);
	}

	private static DefaultDmnEngineConfiguration cellsOnce() {
		var decisions = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
		decisions.setFeelEngineFactory(RememberedCells::new);
		return decisions;
	}

	private static boolean isPerson(ProcessEngineConfigurationImpl configuration) {
		return configuration.getIdentityService().getCurrentAuthentication() != null;
	}

	private static <T> List<T> with(List<T> others, T one) {
		List<T> all = (others != null) ? new ArrayList<>(others) : new ArrayList<>();
		all.add(one);
		return all;
	}

}
