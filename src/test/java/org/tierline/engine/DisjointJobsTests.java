package org.tierline.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.TierlineTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@TierlineTest
class DisjointJobsTests {

	private static final int AT_ONCE = 5;

	@Autowired
	ProcessEngine engine;

	@Autowired
	RepositoryService repository;

	@Autowired
	RuntimeService runtime;

	@Autowired
	TransactionTemplate transaction;

	private String deployment;

	@BeforeEach
	void manyAreDue() {
		this.deployment = this.repository.createDeployment()
			.addClasspathResource("org/tierline/engine/timed.bpmn")
			.deploy()
			.getId();
		Date due = Date.from(Instant.now().minusSeconds(60));
		IntStream.range(0, 4 * AT_ONCE)
			.forEach((number) -> this.runtime.startProcessInstanceByKey("timed", "DJ-" + number, Map.of("dueAt", due)));
	}

	@AfterEach
	void clear() {
		this.repository.deleteDeployment(this.deployment, true);
	}

	@Test
	void twoNodesAtTheSameMomentTakeDifferentJobsAndNeitherWaits() {
		this.transaction.executeWithoutResult((status) -> {
			List<String> one = acquire();
			List<String> other = CompletableFuture.supplyAsync(this::acquire).orTimeout(20, TimeUnit.SECONDS).join();
			assertThat(one).hasSize(AT_ONCE);
			assertThat(other).hasSize(AT_ONCE).doesNotContainAnyElementsOf(one);
		});
	}

	private List<String> acquire() {
		ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) this.engine
			.getProcessEngineConfiguration();
		return configuration.getCommandExecutorTxRequired()
			.execute(new AcquireJobsCmd(configuration.getJobExecutor(), AT_ONCE))
			.getJobIdBatches()
			.stream()
			.flatMap(List::stream)
			.toList();
	}

}
