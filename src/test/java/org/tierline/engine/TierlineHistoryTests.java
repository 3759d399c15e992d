package org.tierline.engine;

import java.util.Map;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tierline.TierlineTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the engine keeps of the past, and what it says of a step that stands still. */
@TierlineTest
@ExtendWith(OutputCaptureExtension.class)
class TierlineHistoryTests {

	@Autowired
	RepositoryService repository;

	@Autowired
	RuntimeService runtime;

	@Autowired
	TaskService tasks;

	@Autowired
	HistoryService history;

	@Autowired
	ManagementService management;

	@Autowired
	JdbcClient database;

	private String deployment;

	private String instance;

	@BeforeEach
	void aCaseIsWorkedOn() {
		this.deployment = this.repository.createDeployment()
			.addClasspathResource("org/tierline/engine/failing-step.bpmn")
			.deploy()
			.getId();
		this.instance = this.runtime
			.startProcessInstanceByKey("failing-step", "FS-1", Map.of("company", "Acme Video", "severity", 2))
			.getId();
		this.runtime.setVariable(this.instance, "severity", 1);
		this.tasks.complete(this.tasks.createTaskQuery().processInstanceId(this.instance).singleResult().getId());
	}

	@AfterEach
	void clear() {
		this.repository.deleteDeployment(this.deployment, true);
	}

	@Test
	void theHeatMapHasItsNumbers() {
		// Not "Begun": a token spends no time in a start.
		assertThat(this.history.createHistoricActivityInstanceQuery().processInstanceId(this.instance).list())
			.extracting("activityId")
			.containsExactlyInAnyOrder("Work");
		assertThat(this.history.createHistoricActivityInstanceQuery()
			.processInstanceId(this.instance)
			.activityId("Work")
			.singleResult()
			.getDurationInMillis()).isNotNull();
		assertThat(this.history.createHistoricTaskInstanceQuery().processInstanceId(this.instance).count()).isOne();
		assertThat(this.history.createHistoricProcessInstanceQuery().processInstanceId(this.instance).count()).isOne();
	}

	@Test
	void noVariableIsCopied() {
		for (String table : new String[] { "act_hi_varinst", "act_hi_detail", "act_hi_op_log", "act_hi_decinst",
				"act_hi_identitylink" }) {
			assertThat(this.database.sql("select count(*) from " + table).query(Integer.class).single()).as(table)
				.isZero();
		}
	}

	@Test
	void anIncidentNamesCaseAndStep(CapturedOutput log) {
		String job = this.management.createJobQuery().processInstanceId(this.instance).singleResult().getId();
		for (int attempt = 1; attempt <= 6; attempt++) {
			assertThatThrownBy(() -> this.management.executeJob(job)).isNotNull();
		}
		Incident incident = this.runtime.createIncidentQuery().processInstanceId(this.instance).singleResult();
		assertThat(incident.getIncidentMessage()).startsWith("FS-1, Fail: ");
		assertThat(log).contains("Stands still until somebody looks: FS-1, Fail: ");
		assertThat(this.history.createHistoricIncidentQuery().processInstanceId(this.instance).count()).isOne();
		assertThat(this.history.createHistoricJobLogQuery().processInstanceId(this.instance).failureLog().count())
			.isEqualTo(6);
	}

}
