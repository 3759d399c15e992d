package org.tierline.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierline.TierlineTest;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What an expression of a model reaches when it is evaluated, and what it never does. */
@TierlineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelExpressionsTests {

	@Autowired
	ProcessEngineConfigurationImpl configuration;

	@Autowired
	CommandExecutor engine;

	@Autowired
	RepositoryService repository;

	@Autowired
	RuntimeService runtime;

	@Autowired
	ExpressionRules rules;

	private String deployment;

	private String execution;

	@BeforeAll
	void aProcessWaits() {
		this.deployment = this.repository.createDeployment()
			.addClasspathResource("access/two-tiers.bpmn")
			.deploy()
			.getId();
		this.execution = this.runtime
			.startProcessInstanceByKey("two-tiers", "EX-1", Map.of("word", "answer", "number", 2, "list",
					new ArrayList<>(List.of("first", "second")), "registerCase", "mine"))
			.getId();
	}

	@AfterAll
	void clear() {
		this.repository.deleteDeployment(this.deployment, true);
	}

	@Test
	void variablesListsMapsAndFunctionsAreRead() {
		assertThat(value("${word == 'answer'}")).isEqualTo(true);
		assertThat(value("${number + 1}")).isEqualTo(3L);
		assertThat(value("${list[1]}")).isEqualTo("second");
		assertThat(value("${now()}")).isNotNull();
		assertThat(value("#{execution.processBusinessKey}")).isEqualTo("EX-1");
	}

	@Test
	void aStepIsFoundByItsNameAndNoVariableStandsInForIt() {
		assertThat(value("#{registerCase}").getClass().getSimpleName()).isEqualTo("RegisterCase");
	}

	@Test
	void theMethodsOfAMarkedBeanAreCalled() {
		assertThatThrownBy(() -> value("#{caseTask.priority(execution)}")).hasMessageNotContaining("may not call");
		assertThat(this.rules.fault("#{caseTask.priority(execution)}")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "${''.getClass()}", "${''.class}", "${''['class']}", "${word.getClass()}",
			"${word['getClass']()}", "${word.toUpperCase()}",
			"${''.getClass().forName('java.lang.Runtime').getMethods()[6].invoke(null).exec('id')}",
			"${execution.processEngineServices}", "${execution.getProcessEngineServices()}",
			"${execution.processEngine.repositoryService}", "${execution.setVariable('tier', 1)}",
			"${execution['processEngineServices']}", "${caseTask.getClass()}", "${caseTask.class}",
			"${caseTask.hashCode()}", "${caseTask['getClass']()}", "${caseTask.follow(null, null)}", "${dataSource}",
			"${dataSource.getConnection()}", "${runtimeService.createProcessInstanceQuery().count()}",
			"${jdbcTemplate}", "${environment.getProperty('user.home')}", "${environment}", "${list.add('x')}",
			"${list.getClass()}", "${number.class}", "${now().getClass()}", "${now().setTime(0)}",
			"${dateTime().plusDays(1)}", "${S('{}').prop('x')}", "${XML('<a/>')}", "${fn:split('a', 'b')}",
			"${currentUserGroups().getClass()}", "${systemProperties}", "${applicationContext}", "${ModelBeans}",
			"${modelBeans.get('dataSource')}", "${authenticatedUserId.getClass()}" })
	void nothingElseIsReached(String attack) {
		assertThatThrownBy(() -> value(attack)).isInstanceOfAny(ProcessEngineException.class, ELException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "${''.getClass()}", "${word.toUpperCase()}", "${execution.processEngineServices}",
			"${execution['processEngineServices']}", "${execution.getProcessEngineServices()}",
			"${caseTask.getClass()}", "${caseTask.class}", "${caseTask['getClass']()}",
			"${caseTask.follow(null, null)}", "${dataSource.getConnection()}", "${a ? b : ''.getClass()}",
			"a word ${x} and ${y.z()}", "${S('{}')}", "${caseTask.priority(''.getClass())}", "${list[''.getClass()]}",
			"${!''.isEmpty()}", "${task.assignee}", "${", "${a b}", "#{caseTask.priority(execution)}${x.y()}" })
	void aModelThatTriesIsToldBeforeItRuns(String attack) {
		assertThat(this.rules.fault(attack)).isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = { "${caseTask.priority(execution)}", "${word}", "registerCase", "x${registerCase}", "",
			"${registerCase}${registerCase}", "${dataSource}", "${true ? registerCase : word}" })
	void aStepIsNamedAndNotComputed(String other) {
		assertThat(this.rules.faultOfStep(other)).isPresent();
		assertThat(this.rules.faultOfStep("#{registerCase}")).isEmpty();
	}

	@Test
	void nothingIsEvaluatedOutsideOfAProcess() {
		assertThatThrownBy(() -> this.engine.execute(
				(context) -> this.configuration.getExpressionManager().createExpression("${now()}").getValue(null)))
			.hasMessage(QueryGuard.REFUSAL);
	}

	@Test
	void thereAreNoScripts() {
		assertThatThrownBy(() -> this.engine
			.execute((context) -> this.configuration.getScriptingEngines().getScriptEngineForLanguage("juel")))
			.hasMessageContaining("juel");
	}

	private Object value(String expression) {
		return this.engine.execute((context) -> this.configuration.getExpressionManager()
			.createExpression(expression)
			.getValue(context.getExecutionManager().findExecutionById(this.execution)));
	}

}
