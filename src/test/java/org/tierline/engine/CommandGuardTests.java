package org.tierline.engine;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tierline.TierlineTest;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A technician to whom every right of the engine was granted by mistake still moves cases
 * by the forms alone.
 */
@TierlineTest
class CommandGuardTests {

	private static final List<Resource> GRANTED_BY_MISTAKE = List.of(Resources.TASK, Resources.PROCESS_INSTANCE,
			Resources.PROCESS_DEFINITION);

	@Autowired
	RepositoryService repository;

	@Autowired
	RuntimeService runtime;

	@Autowired
	TaskService tasks;

	@Autowired
	ManagementService management;

	@Autowired
	IdentityService identities;

	@Autowired
	AuthorizationService authorizations;

	private String deployment;

	private String instance;

	private Task task;

	private List<Authorization> grants;

	interface Attack {

		void by(CommandGuardTests technician);

	}

	@BeforeEach
	void aCaseWaits() {
		this.deployment = this.repository.createDeployment()
			.addClasspathResource("org/tierline/engine/guarded-commands.bpmn")
			.deploy()
			.getId();
		this.instance = this.runtime.startProcessInstanceByKey("guarded-commands", "GC-1").getId();
		this.task = this.tasks.createTaskQuery().processInstanceId(this.instance).singleResult();
		this.grants = GRANTED_BY_MISTAKE.stream().map(this::everything).toList();
	}

	private Authorization everything(Resource resource) {
		Authorization grant = this.authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
		grant.setUserId("tier1");
		grant.setResource(resource);
		grant.setResourceId(Authorization.ANY);
		grant.addPermission(Permissions.ALL);
		return this.authorizations.saveAuthorization(grant);
	}

	@AfterEach
	void clear() {
		this.identities.clearAuthentication();
		this.grants.forEach((grant) -> this.authorizations.deleteAuthorization(grant.getId()));
		this.repository.deleteDeployment(this.deployment, true);
	}

	static Stream<Attack> attacks() {
		return Stream.of((by) -> by.tasks.handleBpmnError(by.task.getId(), "Oops"),
				(by) -> by.tasks.handleEscalation(by.task.getId(), "Tier2Needed", Map.of("tier", 2)),
				(by) -> by.tasks.setVariable(by.task.getId(), "tier", 3),
				(by) -> by.tasks.setVariablesLocal(by.task.getId(), Map.of("tier", 3)),
				(by) -> by.tasks.removeVariable(by.task.getId(), "tier"),
				(by) -> by.tasks.delegateTask(by.task.getId(), "tier1"),
				(by) -> by.tasks.setOwner(by.task.getId(), "tier1"),
				(by) -> by.tasks.addCandidateGroup(by.task.getId(), "integrations"),
				(by) -> by.tasks.addCandidateUser(by.task.getId(), "integration"),
				(by) -> by.tasks.deleteCandidateGroup(by.task.getId(), "tier1"),
				(by) -> by.tasks.deleteTask(by.task.getId()), (by) -> by.tasks.setPriority(by.task.getId(), 0),
				(by) -> by.tasks.setDueDate(by.task.getId(), new Date()), (by) -> by.tasks.saveTask(by.task),
				(by) -> by.runtime.setVariable(by.instance, "tier", 3),
				(by) -> by.runtime.setVariablesLocal(by.instance, Map.of("tier", 3)),
				(by) -> by.runtime.removeVariable(by.instance, "tier"),
				(by) -> by.runtime.correlateMessage("CaseReopened", "GC-1"),
				(by) -> by.runtime.createMessageCorrelation("CaseReopened").correlateStartMessage(),
				(by) -> by.runtime.createMessageCorrelation("CaseReopened").correlateAll(),
				(by) -> by.runtime.startProcessInstanceByMessage("CaseReopened"),
				(by) -> by.runtime.messageEventReceived("CaseReopened", by.instance),
				(by) -> by.runtime.signal(by.instance), (by) -> by.runtime.signalEventReceived("Anything"),
				(by) -> by.runtime.createSignalEvent("Anything").send(),
				(by) -> by.runtime.createConditionEvaluation().evaluateStartConditions(),
				(by) -> by.runtime.createProcessInstanceModification(by.instance)
					.startBeforeActivity("Second")
					.execute(),
				(by) -> by.runtime.createProcessInstanceModification(by.instance)
					.startBeforeActivity("Second")
					.executeAsync(),
				(by) -> by.runtime.createModification(by.definition())
					.startBeforeActivity("Second")
					.processInstanceIds(by.instance)
					.execute(),
				(by) -> by.runtime.restartProcessInstances(by.definition())
					.startBeforeActivity("Second")
					.processInstanceIds(by.instance)
					.execute(),
				(by) -> by.runtime.newMigration(by.migration()).processInstanceIds(by.instance).execute(),
				(by) -> by.runtime.deleteProcessInstance(by.instance, "gone"),
				(by) -> by.runtime.deleteProcessInstancesAsync(List.of(by.instance), "gone"),
				(by) -> by.runtime.suspendProcessInstanceById(by.instance),
				(by) -> by.runtime.updateProcessInstanceSuspensionState().byProcessInstanceIds(by.instance).suspend(),
				(by) -> by.repository.suspendProcessDefinitionByKey("guarded-commands"),
				(by) -> by.management.setJobDuedate(by.job(), new Date()),
				(by) -> by.management.recalculateJobDuedate(by.job(), false),
				(by) -> by.management.setJobRetries(by.job(), 0),
				(by) -> by.management.setJobRetries(List.of(by.job()), 0),
				(by) -> by.management.setJobPriority(by.job(), 1), (by) -> by.management.executeJob(by.job()),
				(by) -> by.management.deleteJob(by.job()), (by) -> by.management.suspendJobById(by.job()),
				(by) -> by.runtime.setVariablesAsync(List.of(by.instance), Map.of("tier", 3)));
	}

	@ParameterizedTest
	@MethodSource("attacks")
	void nothingIsMovedPastTheForms(Attack attack) {
		this.identities.setAuthentication("tier1", List.of("tier1"));
		assertThatThrownBy(() -> attack.by(this)).isInstanceOf(AuthorizationException.class);
	}

	@ParameterizedTest
	@MethodSource("attacks")
	void theAdministratorIsNotHeldUp(Attack attack) {
		this.identities.setAuthentication("admin", List.of("camunda-admin"));
		assertThatCode(() -> attempt(attack)).doesNotThrowAnyException();
	}

	/** What else may be wrong with the attack is of no interest here. */
	private void attempt(Attack attack) {
		try {
			attack.by(this);
		}
		catch (AuthorizationException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			assertThat(ex).hasMessageNotContaining("Only an administrator");
		}
	}

	@Test
	void theFormsWorkAndWhatTheirStepsDoIsNotAskedAbout() {
		this.identities.setAuthentication("tier1", List.of("tier1"));
		this.tasks.claim(this.task.getId(), "tier1");
		this.tasks.setAssignee(this.task.getId(), null);
		this.tasks.complete(this.task.getId());
		this.identities.clearAuthentication();
		assertThat(this.runtime.getVariable(this.instance, "tier")).isEqualTo(7);
		assertThat(this.tasks.createTaskQuery().processInstanceId(this.instance).singleResult().getTaskDefinitionKey())
			.isEqualTo("Second");
	}

	@Test
	void withoutAPersonTheProductActs() {
		assertThatCode(() -> this.runtime.setVariable(this.instance, "tier", 2)).doesNotThrowAnyException();
	}

	private String definition() {
		return this.task.getProcessDefinitionId();
	}

	private MigrationPlan migration() {
		return this.runtime.createMigrationPlan(definition(), definition()).mapEqualActivities().build();
	}

	private String job() {
		return this.management.createJobQuery().processInstanceId(this.instance).singleResult().getId();
	}

}
