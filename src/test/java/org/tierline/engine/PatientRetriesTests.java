package org.tierline.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.concurrent.CompletableFuture;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.TierlineTest;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** When a job that failed is tried again. */
@TierlineTest
class PatientRetriesTests {

	@Autowired
	RepositoryService repository;

	@Autowired
	RuntimeService runtime;

	@Autowired
	TaskService tasks;

	@Autowired
	ManagementService management;

	@Autowired
	GuardedStep step;

	private String deployment;

	private String job;

	@BeforeEach
	void aStepIsDue() {
		this.deployment = this.repository.createDeployment()
			.addClasspathResource("org/tierline/engine/failing-step.bpmn")
			.deploy()
			.getId();
		String instance = this.runtime.startProcessInstanceByKey("failing-step", "PR-1").getId();
		this.tasks.complete(this.tasks.createTaskQuery().processInstanceId(instance).singleResult().getId());
		this.job = this.management.createJobQuery().processInstanceId(instance).singleResult().getId();
	}

	@AfterEach
	void clear() {
		this.step.fails();
		this.repository.deleteDeployment(this.deployment, true);
	}

	@Test
	void aFailedStepIsTriedAgainAfterAWhile() {
		Job before = job();
		run();
		assertThat(job().getRetries()).isEqualTo(5);
		assertThat(job().getDuedate()).isAfter(Date.from(before.getDuedate().toInstant().plusSeconds(9)));
	}

	@Test
	void aStepThatLostARaceIsTriedAgainAtOnceAndLosesNoTry() {
		Job before = job();
		this.step.failsBy(() -> {
			throw new OptimisticLockingException("somebody was faster");
		});
		run();
		assertThat(job().getRetries()).isEqualTo(before.getRetries());
		assertThat(job().getDuedate()).isEqualTo(before.getDuedate());
		assertThat(job().getExceptionMessage()).isNull();
		this.step.fails();
		run();
		assertThat(job().getRetries()).isEqualTo(5);
	}

	@Test
	void aDateThatAClockHasMovedMeanwhileStays() {
		Date moved = Date.from(Instant.now().plus(400, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS));
		this.step.failsBy(() -> {
			CompletableFuture.runAsync(() -> this.management.setJobDuedate(this.job, moved)).join();
			throw new IllegalStateException("and then it failed");
		});
		run();
		assertThat(job().getDuedate()).isEqualTo(moved);
		assertThat(job().getRetries()).isPositive();
	}

	private void run() {
		assertThatThrownBy(() -> this.management.executeJob(this.job)).isNotNull();
	}

	private Job job() {
		return this.management.createJobQuery().jobId(this.job).singleResult();
	}

}
