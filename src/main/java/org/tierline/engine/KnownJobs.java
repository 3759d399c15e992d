package org.tierline.engine;

import java.util.List;

import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.jobexecutor.ProcessEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;

/**
 * Whenever a process stops waiting for a message, the engine looks for a job that has
 * received it already: one query for each of three messages that a delivered case waits
 * for. Where the jobs are known they are looked through.
 */
class KnownJobs extends JobManager {

	@Override
	public List<JobEntity> findJobsByConfiguration(String handlerType, String configuration, String tenantId) {
		if (!ProcessEventJobHandler.TYPE.equals(handlerType)) {
			return super.findJobsByConfiguration(handlerType, configuration, tenantId);
		}
		return KnownRows.current()
			.map((known) -> known.jobs().stream().filter((job) -> isOf(job, handlerType, configuration)).toList())
			.orElseGet(() -> super.findJobsByConfiguration(handlerType, configuration, tenantId));
	}

	private static boolean isOf(JobEntity job, String handlerType, String configuration) {
		return handlerType.equals(job.getJobHandlerType()) && configuration.equals(job.getJobHandlerConfigurationRaw());
	}

	/** In the place of the engine's own. */
	static class Factory implements SessionFactory {

		@Override
		public Class<?> getSessionType() {
			return JobManager.class;
		}

		@Override
		public Session openSession() {
			return new KnownJobs();
		}

	}

}
