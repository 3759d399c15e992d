package org.tierline.engine;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierline.TierlineTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The same rules at every door of the engine: Java, REST, with the form or round it. */
@TierlineTest
@Import(FormDoorsSetUp.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormDoorsTests {

	private static final String LONG = "ü".repeat(20_000);

	@Autowired
	RepositoryService repository;

	@Autowired
	RuntimeService runtime;

	@Autowired
	TaskService tasks;

	@Autowired
	FormService forms;

	@Autowired
	HistoryService history;

	@Autowired
	TestRestTemplate rest;

	@Autowired
	FormDoorsSetUp.Steps steps;

	String deployment;

	@BeforeAll
	void deploy() {
		this.deployment = this.repository.createDeployment()
			.addClasspathResource("org/tierline/engine/form-doors.bpmn")
			.addClasspathResource("org/tierline/engine/door-start.form")
			.addClasspathResource("org/tierline/engine/door-task.form")
			.deploy()
			.getId();
	}

	@AfterAll
	void undeploy() {
		this.repository.deleteDeployment(this.deployment, true);
	}

	@BeforeEach
	void forget() {
		this.steps.reset();
		Stream.of("form-doors", "no-forms")
			.flatMap((key) -> this.runtime.createProcessInstanceQuery().processDefinitionKey(key).list().stream())
			.forEach((instance) -> this.runtime.deleteProcessInstance(instance.getId(), "test"));
	}

	@Test
	void anAnswerReachesTheStepWholeAndIsKeptNowhereElse() {
		Task task = aTask();
		this.tasks.complete(task.getId(), Map.of("outcome", "say", "message", LONG, "sure", false));
		assertThat(this.steps.seen).containsEntry("outcome", "say")
			.containsEntry("message", LONG)
			.containsEntry("sure", false)
			.containsEntry("when", null);
		assertThat(this.runtime.getVariables(task.getExecutionId())).isEmpty();
		assertThat(this.history.createHistoricVariableInstanceQuery()
			.processInstanceId(task.getProcessInstanceId())
			.list()).isEmpty();
	}

	@Test
	void theFormPassesAnswersOnTheSameWay() {
		Task task = aTask();
		this.forms.submitTaskForm(task.getId(), Map.of("outcome", "say", "message", LONG, "when", new Date(0)));
		assertThat(this.steps.seen).containsEntry("message", LONG).containsEntry("when", new Date(0));
	}

	@Test
	void anAnswerOfAnEarlierRoundNeverCounts() {
		this.tasks.complete(aTask().getId(), Map.of("outcome", "say", "message", "hello"));
		assertThatThrownBy(() -> this.tasks.complete(openTask().getId())).hasMessage("outcome is missing");
		this.tasks.complete(openTask().getId(), Map.of("outcome", "nod"));
		assertThat(this.steps.seen).containsEntry("message", null);
	}

	@Test
	void aWrongAnswerIsRefusedInJavaWhicheverWay() {
		String task = aTask().getId();
		Map<String, Object> wrong = Map.of("outcome", "nod", "message", "m", "bogus", 1);
		Stream
			.<Runnable>of(() -> this.tasks.complete(task, wrong),
					() -> this.tasks.completeWithVariablesInReturn(task, wrong, true),
					() -> this.forms.submitTaskForm(task, wrong),
					() -> this.forms.submitTaskFormWithVariablesInReturn(task, wrong, true))
			.forEach((door) -> assertThatThrownBy(door::run).isInstanceOf(FormFieldValidationException.class)
				.hasMessageContaining("message is not used by this outcome")
				.hasMessageContaining("bogus is not a field of this form"));
		assertThat(openTask().getId()).isEqualTo(task);
		assertThat(this.steps.seen).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "complete", "submit-form" })
	void aWrongAnswerIsRefusedOverRestByName(String door) {
		String task = aTask().getId();
		for (String wrong : List.of("{}", "{\"outcome\":{\"value\":\"shout\"}}",
				"{\"outcome\":{\"value\":\"say\",\"type\":\"Json\"}}", "{\"outcome\":{\"value\":[\"say\"]}}",
				"{\"outcome\":{\"value\":{\"say\":1}}}", "{\"outcome\":{\"value\":true}}",
				"{\"outcome\":{\"value\":\"c2F5\",\"type\":\"Bytes\"}}",
				"{\"outcome\":{\"value\":\"c2F5\",\"type\":\"File\",\"valueInfo\":{\"filename\":\"a\"}}}",
				"{\"outcome\":{\"value\":\"rO0AB\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.lang.String\",\"serializationDataFormat\":\"application/x-java-serialized-object\"}}}")) {
			ResponseEntity<String> answer = post("/task/" + task + "/" + door, "{\"variables\":" + wrong + "}");
			assertThat(answer.getStatusCode().value()).as(wrong + answer.getBody()).isEqualTo(400);
			assertThat(answer.getBody()).contains("outcome");
		}
		assertThat(openTask().getId()).isEqualTo(task);
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "\"nod\"", "{\"type\":\"File\",\"value\":\"c2F5\"}",
			"{\"type\":\"File\",\"value\":{\"a\":1},\"valueInfo\":{}}",
			"{\"type\":\"File\",\"value\":7,\"valueInfo\":{\"filename\":\"a\"}}",
			"{\"type\":\"Object\",\"value\":\"x\"}", "{\"type\":\"Object\",\"value\":7}",
			"{\"type\":\"Bytes\",\"value\":\"%%%\"}", "{\"type\":\"Bytes\",\"value\":7}",
			"{\"type\":\"Null\",\"value\":\"x\"}", "{\"type\":\"Xml\",\"value\":\"x\"}",
			"{\"type\":\"Date\",\"value\":\"soon\"}", "{\"type\":\"Integer\",\"value\":\"x\"}",
			"{\"type\":\"Nonsense\",\"value\":\"x\"}", "{\"type\":\"\",\"value\":\"x\"}",
			"{\"type\":\"Boolean\",\"value\":\"maybe\"}",
			"{\"type\":\"String\",\"value\":\"nod\",\"valueInfo\":{\"transient\":\"x\"}}" })
	void whatIsNoValueAtAllIsNoServerError(String value) {
		ResponseEntity<String> answer = post("/task/" + aTask().getId() + "/complete",
				"{\"variables\":{\"outcome\":" + value + "}}");
		assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "complete", "submit-form" })
	void everyProblemIsNamedOverRest(String door) {
		ResponseEntity<String> answer = post("/task/" + aTask().getId() + "/" + door,
				variables("outcome", "say", "sure", "true", "when", "soon", "bogus", "x"));
		assertThat(answer.getStatusCode().value()).isEqualTo(400);
		assertThat(answer.getBody()).contains("message is missing", "sure must be", "when must be", "bogus is not");
	}

	@ParameterizedTest
	@ValueSource(strings = { "complete", "submit-form" })
	void aRightAnswerPassesOverRest(String door) {
		ResponseEntity<String> answer = post("/task/" + aTask().getId() + "/" + door,
				"{\"variables\":{\"outcome\":{\"value\":\"say\",\"type\":\"String\"},\"message\":{\"value\":\"" + LONG
						+ "\"},\"sure\":{\"value\":true},\"when\":{\"type\":\"Date\",\"value\":\"2030-01-01T10:00:00.000+0000\"}}}");
		assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(204);
		assertThat(this.steps.seen).containsEntry("message", LONG)
			.containsEntry("sure", true)
			.containsEntry("when", Date.from(Instant.parse("2030-01-01T10:00:00Z")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "complete", "submit-form" })
	void answersAreNotAmongTheVariablesInReturn(String door) {
		ResponseEntity<String> answer = post("/task/" + aTask().getId() + "/" + door,
				"{\"withVariablesInReturn\":true,\"variables\":{\"outcome\":{\"value\":\"nod\"}}}");
		assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
		assertThat(answer.getBody()).isEqualTo("{}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "complete", "submit-form" })
	void theSecondClickHearsThatTheTaskIsDone(String door) {
		String path = "/task/" + aTask().getId() + "/" + door;
		assertThat(post(path, variables("outcome", "nod")).getStatusCode().value()).isEqualTo(204);
		ResponseEntity<String> second = post(path, variables("outcome", "nod"));
		assertThat(second.getStatusCode().value()).isEqualTo(409);
		assertThat(second.getBody()).contains("somebody else has completed it already");
	}

	@ParameterizedTest
	@ValueSource(strings = { "complete", "submit-form" })
	void ofTwoAtTheSameMomentOneWins(String door) {
		String path = "/task/" + aTask().getId() + "/" + door;
		CyclicBarrier bothAtWork = new CyclicBarrier(2);
		this.steps.doing = () -> {
			try {
				bothAtWork.await(20, TimeUnit.SECONDS);
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		};
		List<CompletableFuture<Integer>> clicks = Stream
			.generate(() -> CompletableFuture
				.supplyAsync(() -> post(path, variables("outcome", "nod")).getStatusCode().value()))
			.limit(2)
			.toList();
		assertThat(clicks.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(204, 409);
	}

	@ParameterizedTest
	@ValueSource(strings = { "complete", "submit-form" })
	void whatAStepRefusesIsA400AndChangesNothing(String door) {
		String task = aTask().getId();
		this.steps.doing = () -> {
			throw new IllegalStateException("wrapped", new SubmissionRefused("message", "is rude"));
		};
		ResponseEntity<String> answer = post("/task/" + task + "/" + door, variables("outcome", "nod"));
		assertThat(answer.getStatusCode().value()).isEqualTo(400);
		assertThat(answer.getBody()).contains("message is rude");
		assertThat(openTask().getId()).isEqualTo(task);
	}

	@Test
	void whatTheStateForbidsIsA409() {
		String task = aTask().getId();
		this.steps.doing = () -> {
			throw new SubmissionConflict("The case is closed");
		};
		ResponseEntity<String> answer = post("/task/" + task + "/complete", variables("outcome", "nod"));
		assertThat(answer.getStatusCode().value()).isEqualTo(409);
		assertThat(answer.getBody()).contains("The case is closed");
	}

	@Test
	void aBrokenStepIsA500WithoutAStackTraceAndChangesNothing() {
		String task = aTask().getId();
		this.steps.doing = () -> {
			throw new IllegalStateException("the step broke");
		};
		ResponseEntity<String> answer = post("/task/" + task + "/complete", variables("outcome", "nod"));
		assertThat(answer.getStatusCode().value()).isEqualTo(500);
		assertThat(answer.getBody()).contains("the step broke").doesNotContain("at org.", "stackTrace");
		assertThat(openTask().getId()).isEqualTo(task);
	}

	@Test
	void ourOwnCodeFindsTheRefusalAndTheConflictBehindTheEnginesFailure() {
		String task = aTask().getId();
		assertThatThrownBy(() -> this.tasks.complete(task))
			.satisfies((failure) -> assertThat(SubmissionRefused.in(failure)).hasValueSatisfying(
					(refused) -> assertThat(refused.problems()).containsExactly(new Problem("outcome", "is missing"))));
		assertThatThrownBy(() -> this.tasks.complete("gone")).isInstanceOf(RestException.class)
			.satisfies((failure) -> assertThat(SubmissionConflict.in(failure)).isPresent());
	}

	@Test
	void aDelegatedTaskIsHandedBackWithoutAnswersAndCompletedByItsOwner() {
		String task = aTask().getId();
		this.tasks.setAssignee(task, "owner");
		this.tasks.delegateTask(task, "other");
		assertThat(post("/task/" + task + "/complete", variables("outcome", "nod")).getStatusCode().value())
			.isEqualTo(409);
		assertThat(post("/task/" + task + "/submit-form", variables("outcome", "nod")).getStatusCode().value())
			.isEqualTo(409);
		assertThatThrownBy(() -> this.tasks.resolveTask(task, Map.of("outcome", "nod")))
			.hasMessageContaining("outcome is not a field");
		this.tasks.resolveTask(task);
		this.tasks.complete(task, Map.of("outcome", "nod"));
		assertThat(this.steps.seen).containsEntry("outcome", "nod");
	}

	@Test
	void aTaskWithoutAFormTakesNothing() {
		this.runtime.startProcessInstanceByKey("no-forms", "K-1", Map.of("kept", "yes"));
		assertThat(this.runtime.createProcessInstanceQuery().processInstanceBusinessKey("K-1").count()).isOne();
		Task task = this.tasks.createTaskQuery().processDefinitionKey("no-forms").singleResult();
		assertThatThrownBy(() -> this.tasks.complete(task.getId(), Map.of("kept", "no")))
			.hasMessage("kept is not a field of this form");
		this.tasks.complete(task.getId());
		assertThat(this.runtime.createProcessInstanceQuery().processDefinitionKey("no-forms").count()).isZero();
	}

	@Test
	void aFormShowsTheFactsOfItsTask() {
		Task task = aTask();
		assertThat(this.forms.getTaskFormVariables(task.getId())).containsEntry("greeting", "Answer of DOOR-1");
		assertThat(this.forms.getTaskFormVariables(task.getId(), List.of("other"), false)).isEmpty();
		assertThat(this.rest.withBasicAuth("admin", "admin")
			.getForObject("/engine-rest/task/" + task.getId() + "/form-variables", String.class))
			.contains("\"greeting\":{", "\"value\":\"Answer of DOOR-1\"");
	}

	@Test
	void aStartHandsItsFieldsOnAsOneSubmission() {
		Map<String, Object> fields = Map.of("name", " Ann ", "story", LONG, "when", "2030-01-01T10:00+02:00");
		String definition = definition();
		Stream
			.<Runnable>of(() -> this.runtime.startProcessInstanceByKey("form-doors", fields),
					() -> this.runtime.startProcessInstanceById(definition, fields),
					() -> this.runtime.createProcessInstanceByKey("form-doors").setVariables(fields).execute(),
					() -> this.forms.submitStartForm(definition, fields))
			.forEach((door) -> {
				this.steps.reset();
				door.run();
				assertThat(this.steps.seen).containsOnlyKeys("submission");
				assertThat(this.steps.seen.get("submission")).isEqualTo(
						Map.of("name", "Ann", "story", LONG, "when", Date.from(Instant.parse("2030-01-01T08:00:00Z"))));
			});
		assertThat(this.runtime.createVariableInstanceQuery().processInstanceIdIn(instances()).count()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "start", "submit-form" })
	void aStartOverRestAnswersTheBusinessKeyThatTheProcessFound(String door) {
		ResponseEntity<String> answer = post("/process-definition/key/form-doors/" + door,
				"{\"withVariablesInReturn\":true,\"businessKey\":\"\",\"variables\":{\"name\":{\"value\":\"Ann\"},\"story\":{\"value\":\"\"}}}");
		assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
		assertThat(answer.getBody()).contains("\"businessKey\":\"DOOR-1\"").doesNotContain("submission");
		assertThat(this.steps.seen).containsEntry("submission", Map.of("name", "Ann"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "start", "submit-form" })
	void aWrongStartOverRestIsRefusedByName(String door) {
		ResponseEntity<String> answer = post("/process-definition/key/form-doors/" + door,
				"{\"businessKey\":\"MINE\",\"variables\":{\"name\":{\"value\":7},\"plan\":{\"value\":\"gold\"}}}");
		assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(400);
		assertThat(answer.getBody()).contains("businessKey is not", "name must be text", "plan is not a field");
		assertThat(instances()).isEmpty();
	}

	@Test
	void aStartInTheMiddleIsRefused() {
		ResponseEntity<String> answer = post("/process-definition/key/form-doors/start",
				"{\"variables\":{\"name\":{\"value\":\"Ann\"}},\"skipCustomListeners\":true,\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"Answer\"}]}");
		assertThat(answer.getStatusCode().value()).isEqualTo(400);
		assertThat(answer.getBody()).contains("startInstructions");
		assertThat(instances()).isEmpty();
	}

	@Test
	void whatAStepRefusesAtTheStartIsA400() {
		this.steps.doing = () -> {
			throw new SubmissionRefused("name", "is taken");
		};
		assertThatThrownBy(() -> this.runtime.startProcessInstanceByKey("form-doors", Map.of("name", "Ann")))
			.isInstanceOf(InvalidRequestException.class)
			.hasMessage("name is taken");
		assertThat(post("/process-definition/key/form-doors/start", variables("name", "Ann")).getStatusCode().value())
			.isEqualTo(400);
		assertThat(instances()).isEmpty();
	}

	private Task aTask() {
		this.runtime.startProcessInstanceByKey("form-doors", Map.of("name", "Ann"));
		this.steps.reset();
		return openTask();
	}

	private Task openTask() {
		return this.tasks.createTaskQuery().processDefinitionKey("form-doors").singleResult();
	}

	private String definition() {
		return this.repository.createProcessDefinitionQuery().processDefinitionKey("form-doors").singleResult().getId();
	}

	private String[] instances() {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey("form-doors")
			.list()
			.stream()
			.map((instance) -> instance.getId())
			.toArray(String[]::new);
	}

	private static String variables(String... namesAndValues) {
		Map<String, String> all = new HashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			all.put(namesAndValues[i], namesAndValues[i + 1]);
		}
		return "{\"variables\":{" + String.join(",",
				all.entrySet()
					.stream()
					.map((e) -> "\"%s\":{\"value\":\"%s\"}".formatted(e.getKey(), e.getValue()))
					.toList())
				+ "}}";
	}

	private ResponseEntity<String> post(String path, String body) {
		HttpHeaders headers = new HttpHeaders();
		headers.setContentType(MediaType.APPLICATION_JSON);
		headers.setAccept(Arrays.asList(MediaType.APPLICATION_JSON));
		return this.rest.withBasicAuth("admin", "admin")
			.postForEntity("/engine-rest" + path, new HttpEntity<>(body, headers), String.class);
	}

}
