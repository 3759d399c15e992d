package org.tierline.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.Test;
import org.tierline.TierlineTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** The job executor at work: what is due is noticed at once, also in a wave. */
@TierlineTest
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=true")
class JobExecutorTests {

	private static final int WAVE = 200;

	@Autowired
	RepositoryService repository;

	@Autowired
	RuntimeService runtime;

	@Autowired
	HistoryService history;

	@Autowired
	JobExecutor executor;

	@Test
	void aWaveOfDueTimersIsNoticedWithinTwoSeconds() {
		assertThat(this.executor.isActive()).isTrue();
		this.repository.createDeployment().addClasspathResource("org/tierline/engine/timed.bpmn").deploy();
		// Later than the longest idle wait, so that the executor has fallen asleep.
		Instant due = Instant.now().plusSeconds(8);
		IntStream.range(0, WAVE)
			.forEach((number) -> this.runtime.startProcessInstanceByKey("timed", "T-" + number,
					Map.of("dueAt", Date.from(due))));
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> this.history.createHistoricProcessInstanceQuery()
				.processDefinitionKey("timed")
				.finished()
				.count() == WAVE);
		HistoricProcessInstance first = this.history.createHistoricProcessInstanceQuery()
			.processDefinitionKey("timed")
			.orderByProcessInstanceEndTime()
			.asc()
			.listPage(0, 1)
			.get(0);
		assertThat(first.getEndTime()).isBetween(Date.from(due), Date.from(due.plusSeconds(2)));
	}

}
