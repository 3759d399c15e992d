package org.tierline.lifecycle;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;
import org.tierline.cases.Deadlines;
import org.tierline.engine.ModelBean;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The three timers of a case. The tables say when; here the engine learns it: on arming
 * through the model's expressions, later by moving the jobs in the same transaction as
 * the clock.
 */
@Component
@ModelBean
public class CaseTimers {

	/** Nothing to wait for: paused, met, or acted on already. */
	private static final Date FAR_FUTURE = Date.from(Instant.parse("2999-01-01T00:00:00Z"));

	private final Casework casework;

	private final ManagementService jobs;

	private final CaseInstances instances;

	private final CasesAtOnce atOnce;

	CaseTimers(Casework casework, @Lazy ManagementService jobs, CaseInstances instances, CasesAtOnce atOnce) {
		this.casework = casework;
		this.jobs = jobs;
		this.instances = instances;
		this.atOnce = atOnce;
	}

	/** For DeadlineDue: the earliest warning, breach, progress report or reminder. */
	public Date deadline(DelegateExecution execution) {
		return date(execution, this.casework::nextDeadline);
	}

	/**
	 * For ResolutionTargetReached: a target that is already missed does not fire again.
	 */
	public Date resolutionTarget(DelegateExecution execution) {
		return date(execution, this.casework::resolutionDue);
	}

	/** For ConfirmationPeriodOver. */
	public Date confirmationPeriod(DelegateExecution execution) {
		return date(execution, this.casework::confirmationDue);
	}

	/** The clocks of the case have changed: its armed timers follow. */
	void follow(CaseNumber number) {
		Deadlines deadlines = this.casework.deadlines(List.of(number)).get(number);
		this.atOnce.jobs(number).orElseGet(() -> jobs(number)).forEach((job) -> follow(job, deadlines));
	}

	private void follow(JobEntity job, Deadlines deadlines) {
		if (job instanceof TimerEntity && SupportCaseModel.TIMERS.contains(activity(job))) {
			move(job, date(activity(job), deadlines));
		}
	}

	/** The job knows it without asking the database, also outside of the engine. */
	private static String activity(JobEntity job) {
		return job.getJobHandlerConfigurationRaw().replaceFirst("\\$.*", "");
	}

	private List<JobEntity> jobs(CaseNumber number) {
		return this.instances.of(number).map(this::jobs).orElse(List.of());
	}

	/** Within a command the same without a query that is put together anew. */
	private List<JobEntity> jobs(String processInstanceId) {
		CommandContext command = Context.getCommandContext();
		return (command != null) ? command.getJobManager().findJobsByProcessInstanceId(processInstanceId)
				: this.jobs.createJobQuery()
					.processInstanceId(processInstanceId)
					.list()
					.stream()
					.map(JobEntity.class::cast)
					.toList();
	}

	/** When that timer of a case is to fire. */
	static Date date(String timer, Deadlines deadlines) {
		return date(Optional.ofNullable(switch (timer) {
			case SupportCaseModel.DEADLINE_DUE -> deadlines.next();
			case SupportCaseModel.RESOLUTION_TARGET_REACHED -> deadlines.resolution();
			case SupportCaseModel.CONFIRMATION_PERIOD_OVER -> deadlines.confirmation();
			default -> throw new IllegalArgumentException(timer);
		}));
	}

	/** Within a command the engine itself writes what is changed of a job. */
	private void move(JobEntity job, Date due) {
		if (due.equals(job.getDuedate())) {
			return;
		}
		if (Context.getCommandContext() != null) {
			job.setDuedate(due);
		}
		else {
			this.jobs.setJobDuedate(job.getId(), due);
		}
	}

	private static Date date(DelegateExecution execution, Function<CaseNumber, Optional<Instant>> when) {
		return date(when.apply(new CaseNumber(execution.getProcessBusinessKey())));
	}

	private static Date date(Optional<Instant> when) {
		return when.map(Date::from).orElse(FAR_FUTURE);
	}

}
