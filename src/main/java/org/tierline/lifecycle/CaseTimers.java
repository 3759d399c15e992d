package org.tierline.lifecycle;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;
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

	private final RuntimeService runtime;

	private final CasesAtOnce atOnce;

	CaseTimers(Casework casework, @Lazy ManagementService jobs, @Lazy RuntimeService runtime, CasesAtOnce atOnce) {
		this.casework = casework;
		this.jobs = jobs;
		this.runtime = runtime;
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
		Optional<List<JobEntity>> known = this.atOnce.jobs(number);
		known.orElseGet(() -> jobs(number)).forEach((job) -> follow(number, job, known.isPresent()));
	}

	private void follow(CaseNumber number, JobEntity job, boolean managed) {
		if (job instanceof TimerEntity) {
			switch (activity(job)) {
				case SupportCaseModel.DEADLINE_DUE -> move(job, managed, number, this.casework::nextDeadline);
				case SupportCaseModel.RESOLUTION_TARGET_REACHED ->
					move(job, managed, number, this.casework::resolutionDue);
				case SupportCaseModel.CONFIRMATION_PERIOD_OVER ->
					move(job, managed, number, this.casework::confirmationDue);
				default -> {
				}
			}
		}
	}

	/** The job knows it without asking the database, also outside of the engine. */
	private static String activity(JobEntity job) {
		return job.getJobHandlerConfigurationRaw().replaceFirst("\\$.*", "");
	}

	private List<JobEntity> jobs(CaseNumber number) {
		return instance(number)
			.map((id) -> this.jobs.createJobQuery()
				.processInstanceId(id)
				.list()
				.stream()
				.map(JobEntity.class::cast)
				.toList())
			.orElse(List.of());
	}

	/** The engine's id of the running process of the case. */
	Optional<String> instance(CaseNumber number) {
		return Optional
			.ofNullable(this.runtime.createProcessInstanceQuery()
				.processInstanceBusinessKey(number.value(), SupportCaseModel.KEY)
				.singleResult())
			.map((instance) -> instance.getProcessInstanceId());
	}

	/**
	 * @param managed whether the engine writes what is changed of the job itself
	 */
	private void move(JobEntity job, boolean managed, CaseNumber number, Function<CaseNumber, Optional<Instant>> when) {
		Date due = date(number, when);
		if (due.equals(job.getDuedate())) {
			return;
		}
		if (managed) {
			job.setDuedate(due);
		}
		else {
			this.jobs.setJobDuedate(job.getId(), due);
		}
	}

	private static Date date(DelegateExecution execution, Function<CaseNumber, Optional<Instant>> when) {
		return date(new CaseNumber(execution.getProcessBusinessKey()), when);
	}

	private static Date date(CaseNumber number, Function<CaseNumber, Optional<Instant>> when) {
		return when.apply(number).map(Date::from).orElse(FAR_FUTURE);
	}

}
