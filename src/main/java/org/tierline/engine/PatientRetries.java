package org.tierline.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.cmd.RecalculateJobDuedateCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * A job that fails is tried again later, but a date that somebody has set meanwhile
 * stays: a clock that was paused moves its timer, and the engine would bring it back to
 * the next minute.
 */
class PatientRetries implements FailedJobCommandFactory {

	@Override
	public Command<Object> getCommand(String jobId, Throwable exception) {
		return new Retry(jobId, exception);
	}

	private static final class Retry extends DefaultJobRetryCmd {

		Retry(String jobId, Throwable exception) {
			super(jobId, exception);
		}

		@Override
		protected void executeCustomStrategy(CommandContext context, JobEntity job, ActivityImpl activity)
				throws Exception {
			if (Causes.find(this.exception, OptimisticLockingException.class).isPresent()) {
				// It lost a race and did not fail: the same again, at the date it now
				// has.
				job.unlock();
				notifyAcquisition(context);
			}
			else if (Causes.find(this.exception, NotDue.class).isPresent()) {
				new RecalculateJobDuedateCmd(job.getId(), false).execute(context);
				job.unlock();
			}
			else if (isMoved(job)) {
				executeStandardStrategy(context);
			}
			else {
				super.executeCustomStrategy(context, job, activity);
			}
		}

		private static boolean isMoved(JobEntity job) {
			return job.getDuedate() != null && job.getDuedate().after(ClockUtil.getCurrentTime());
		}

	}

}
