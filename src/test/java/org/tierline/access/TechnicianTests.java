package org.tierline.access;

import java.net.http.HttpResponse;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierline.TierlineTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What technicians see and may do in the engine: the tasks of their tier and no more. */
@TierlineTest
class TechnicianTests {

	private static final String KEY = "TT-1";

	@LocalServerPort
	int port;

	@Autowired
	RepositoryService repository;

	@Autowired
	RuntimeService runtime;

	@Autowired
	TaskService tasks;

	@Autowired
	AuthorizationService authorizations;

	private String deployment;

	private ProcessInstance instance;

	@BeforeEach
	void aCaseWaitsForTierOne() {
		this.deployment = this.repository.createDeployment()
			.addClasspathResource("access/two-tiers.bpmn")
			.deploy()
			.getId();
		this.instance = this.runtime.startProcessInstanceByKey("two-tiers", KEY,
				Map.of("company", "Acme Video", "subject", "Playback stops", "severity", 2));
	}

	@AfterEach
	void clear() {
		this.repository.deleteDeployment(this.deployment, true);
	}

	@ParameterizedTest
	@CsvSource({ "tier1, 1", "tier2, 0", "tier3, 0", "release-manager, 0", "supervisor, 0", "process-owner, 0",
			"integration, 0", "admin, 1" })
	void aTaskIsSeenByItsGroupAndTheAdministrator(String login, int count) {
		assertThat(seen(login)).isEqualTo(count);
	}

	@Test
	void whoseTurnItIsSeesTheTaskAndTheOthersNoLonger() {
		complete("tier1");
		assertThat(seen("tier1")).isZero();
		assertThat(seen("tier2")).isEqualTo(2);
	}

	@Test
	void aTechnicianClaimsGivesBackAndCompletes() {
		assertThat(act("tier1", "/claim", "{\"userId\":\"tier1\"}")).isEqualTo(204);
		assertThat(act("tier1", "/unclaim", null)).isEqualTo(204);
		assertThat(act("tier1", "/claim", "{\"userId\":\"tier1\"}")).isEqualTo(204);
		assertThat(get("tier1", "/form-variables").statusCode()).isEqualTo(200);
		assertThat(get("tier1", "/variables").body()).contains("Acme Video");
		assertThat(act("tier1", "/complete", "{}")).isEqualTo(204);
	}

	@Test
	void whatIsTakenFromAPersonByNameWeighsMoreThanTheGroup() {
		Authorization revoked = this.authorizations.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
		revoked.setUserId("tier1");
		revoked.setResource(Resources.TASK);
		revoked.setResourceId(task());
		revoked.removePermission(TaskPermissions.TASK_WORK);
		this.authorizations.saveAuthorization(revoked);
		try {
			assertThat(act("tier1", "/claim", "{\"userId\":\"tier1\"}")).isEqualTo(403);
			assertThat(act("tier1", "/complete", "{}")).isEqualTo(403);
		}
		finally {
			this.authorizations.deleteAuthorization(revoked.getId());
		}
		assertThat(act("tier1", "/complete", "{}")).isEqualTo(204);
	}

	@Test
	void aTaskThatSomebodyElseHasDoneIsAConflict() {
		String done = task();
		complete("tier1");
		for (String action : new String[] { "/claim", "/assignee", "/complete" }) {
			String body = action.equals("/complete") ? "{}" : "{\"userId\":\"tier1\"}";
			assertThat(Caller.program(this.port, "tier1").post("/engine-rest/task/" + done + action, body).statusCode())
				.as(action)
				.isEqualTo(409);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/claim", "/unclaim", "/complete", "/submit-form" })
	void anotherTierCanDoNothingWithTheTask(String action) {
		String body = action.equals("/claim") ? "{\"userId\":\"tier2\"}" : "{}";
		for (String login : new String[] { "tier2", "integration", "supervisor", "process-owner" }) {
			assertThat(act(login, action, body)).isEqualTo(403);
			assertThat(get(login, "/form-variables").statusCode()).isEqualTo(403);
		}
	}

	@ParameterizedTest
	@CsvSource({ "/claim, tier2", "/claim, nobody", "/assignee, tier3", "/assignee, nobody" })
	void aTaskIsHandedToNobodyWhoCannotWorkOnIt(String action, String login) {
		HttpResponse<String> answer = Caller.program(this.port, "tier1")
			.post("/engine-rest/task/" + task() + action, "{\"userId\":\"" + login + "\"}");
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("userId " + login + " is not of tier1");
		assertThat(this.tasks.createTaskQuery().taskId(task()).singleResult().getAssignee()).isNull();
	}

	@Test
	void aTaskIsHandedToAColleague() {
		assertThat(act("tier1", "/assignee", "{\"userId\":\"admin\"}")).isEqualTo(204);
		assertThat(act("tier1", "/claim", "{\"userId\":\"tier1\"}")).isEqualTo(409);
		assertThat(act("tier1", "/assignee", "{\"userId\":null}")).isEqualTo(204);
		assertThat(act("tier1", "/claim", "{\"userId\":\"tier1\"}")).isEqualTo(204);
	}

	@Test
	void handingBackIsNoWayToChangeVariables() {
		assertThat(act("tier1", "/resolve", "{\"variables\":{\"company\":{\"value\":\"x\"}}}")).isEqualTo(400);
		assertThat(this.runtime.getVariable(this.instance.getId(), "company")).isEqualTo("Acme Video");
	}

	@Test
	void beingNamedAsAssigneeGivesNoRights() {
		this.tasks.setAssignee(task(), "integration");
		assertThat(seen("integration")).isZero();
		assertThat(act("integration", "/complete", "{}")).isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource({ "PUT, /variables/company", "POST, /variables", "DELETE, /variables/company" })
	void aTechnicianChangesNoVariables(String method, String path) {
		String body = path.endsWith("s") ? "{\"modifications\":{\"company\":{\"value\":\"x\"}}}" : "{\"value\":\"x\"}";
		int status = Caller.program(this.port, "tier1")
			.send(method, "/engine-rest/task/" + task() + path, body, (request) -> {
			})
			.statusCode();
		assertThat(status).isEqualTo(403);
		assertThat(this.runtime.getVariable(this.instance.getId(), "company")).isEqualTo("Acme Video");
	}

	@Test
	void aTechnicianReadsTheInstanceOfItsTierAndStopsOrMovesNothing() {
		String path = "/engine-rest/process-instance/" + this.instance.getId();
		Caller tier1 = Caller.program(this.port, "tier1");
		assertThat(tier1.get(path).body()).contains(KEY);
		assertThat(Caller.program(this.port, "tier2").get(path).statusCode()).isIn(403, 404);
		assertThat(tier1.send("DELETE", path, null, (request) -> {
		}).statusCode()).isEqualTo(403);
		assertThat(tier1
			.post(path + "/modification",
					"{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"Second\"}]}")
			.statusCode()).isEqualTo(403);
	}

	@Test
	void theQueueInTasklistShowsTheCase() {
		Caller browser = Caller.browser(this.port, "tier1");
		String filters = browser.get("/engine-rest/filter?sortBy=name&sortOrder=asc").body();
		assertThat(JsonPath.<Object>read(filters, "$[*].name").toString()).isEqualTo("[\"My tasks\",\"Tier 1\"]");
		String id = JsonPath.read(filters, "$[1].id");
		HttpResponse<String> list = browser.send("GET", "/engine-rest/filter/" + id + "/list", null,
				(request) -> request.header("Accept", "application/hal+json"));
		assertThat(list.body()).contains("\"First\"", "Acme Video", "Playback stops");
	}

	@Test
	void myTasksShowWhatIClaimed() {
		Caller browser = Caller.browser(this.port, "tier1");
		String filters = browser.get("/engine-rest/filter?name=My%20tasks").body();
		String count = "/engine-rest/filter/" + JsonPath.read(filters, "$[0].id") + "/count";
		int before = JsonPath.read(browser.get(count).body(), "$.count");
		this.tasks.claim(task(), "tier1");
		assertThat(browser.get(count).body()).isEqualTo("{\"count\":" + (before + 1) + "}");
	}

	@Test
	void rightsEndWithTheTaskAndTheInstance() {
		String first = task();
		complete("tier1");
		assertThat(this.authorizations.createAuthorizationQuery().resourceId(first).count()).isZero();
		assertThat(this.authorizations.createAuthorizationQuery().resourceId(this.instance.getId()).count())
			.isEqualTo(2);
		complete("tier2");
		complete("tier2");
		assertThat(this.authorizations.createAuthorizationQuery().resourceId(this.instance.getId()).count()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "tier1, 403", "tier2, 403", "tier3, 403", "release-manager, 403", "supervisor, 403",
			"integration, 403", "process-owner, 200", "admin, 200" })
	void onlyProcessOwnersAndAdministratorsComeAsFarAsDeploying(String login, int status) {
		String nothing = "--b\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nnothing\r\n"
				+ "--b\r\nContent-Disposition: form-data; name=\"x.txt\"; filename=\"x.txt\"\r\n\r\nx\r\n--b--\r\n";
		int answer = Caller.program(this.port, login)
			.send("POST", "/engine-rest/deployment/create", nothing,
					(request) -> request.setHeader("Content-Type", "multipart/form-data; boundary=b"))
			.statusCode();
		assertThat(answer == 403).isEqualTo(status == 403);
	}

	private int seen(String login) {
		String path = "/engine-rest/task/count?processInstanceBusinessKey=" + KEY;
		return JsonPath.read(Caller.program(this.port, login).get(path).body(), "$.count");
	}

	private void complete(String login) {
		assertThat(act(login, "/complete", "{}")).isEqualTo(204);
	}

	private int act(String login, String action, String body) {
		return Caller.program(this.port, login).post("/engine-rest/task/" + task() + action, body).statusCode();
	}

	private HttpResponse<String> get(String login, String path) {
		return Caller.program(this.port, login).get("/engine-rest/task/" + task() + path);
	}

	private String task() {
		return this.tasks.createTaskQuery().processInstanceBusinessKey(KEY).list().get(0).getId();
	}

}
