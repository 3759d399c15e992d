package org.tierline.intake.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import org.tierline.TierlineTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

import static org.assertj.core.api.Assertions.assertThat;

/** Defects and releases as other programs see them. */
@TierlineTest
class ReleasesOverRestTests {

	@Autowired
	TestRestTemplate rest;

	@Test
	void aReleaseIsPlannedApprovedAndPublished() {
		String name = name();
		ResponseEntity<JsonNode> planned = plan(name);
		assertThat(planned.getStatusCode().value()).isEqualTo(201);
		assertThat(planned.getHeaders().getLocation()).hasPath("/api/releases/" + name);
		assertThat(planned.getBody().toString()).isEqualTo(("{'name':'" + name
				+ "','kind':'patch','track':'regular','plannedFor':'2026-12-24',"
				+ "'freezeAt':null,'train':null,'notes':'Playback goes on.','generatedNotes':null,'downloadUrl':'https://download.example.com/player.zip',"
				+ "'capacity':null,"
				+ "'state':'planned','defects':[],'deliveries':{'total':0,'done':0,'failed':0},'withdrawal':null}")
			.replace('\'', '"'));
		assertThat(publish(name).getStatusCode().value()).isEqualTo(409);
		complete("release-manager", name, "ApproveRelease", Map.of("approved", true, "approvalNote", "green"));
		assertThat(get("/api/releases/" + name).at("/state").asText()).isEqualTo("approved");
		assertThat(publish(name).getStatusCode().value()).isEqualTo(202);
		assertThat(publish(name).getStatusCode().value()).isEqualTo(202);
		assertThat(get("/api/releases/" + name).at("/state").asText()).isEqualTo("published");
	}

	@Test
	void everyWrongFieldOfAReleaseIsNamedAtOnce() {
		ResponseEntity<JsonNode> refused = call("release-manager", HttpMethod.POST, "/api/releases",
				Map.of("name", "a/b", "kind", "huge", "track", 5, "plannedFor", "2026-02-30", "downloadUrl",
						"javascript:alert(1)", "colour", "red"));
		assertThat(refused.getStatusCode().value()).isEqualTo(400);
		assertThat(refused.getBody().at("/errors").findValuesAsText("field")).containsExactlyInAnyOrder("name", "kind",
				"track", "plannedFor", "downloadUrl", "colour");
	}

	@Test
	void aCapacityIsPlannedReadChangedAndTakenBack() {
		String name = name();
		Map<String, Object> release = new HashMap<>(release(name));
		release.put("capacity", 12);
		assertThat(call("release-manager", HttpMethod.POST, "/api/releases", release).getBody().at("/capacity").asInt())
			.isEqualTo(12);
		assertThat(get("/api/releases?limit=1").at("/releases/0/capacity").asInt()).isEqualTo(12);
		String path = "/api/releases/" + name + "/capacity";
		call("release-manager", HttpMethod.PUT, path, Map.of("capacity", 0));
		assertThat(get("/api/releases/" + name).at("/capacity").asInt(-1)).isZero();
		for (Object wrong : List.of(-1, 10_000, 1.5, "many", List.of())) {
			release.put("capacity", wrong);
			for (ResponseEntity<JsonNode> refused : List.of(
					call("release-manager", HttpMethod.PUT, path, Map.of("capacity", wrong)),
					call("release-manager", HttpMethod.POST, "/api/releases", release))) {
				assertThat(refused.getStatusCode().value()).as("%s", wrong).isEqualTo(400);
				assertThat(refused.getBody().at("/errors").findValuesAsText("field")).containsExactly("capacity");
			}
		}
		call("release-manager", HttpMethod.PUT, path, new HashMap<>());
		assertThat(get("/api/releases/" + name).at("/capacity").isNull()).isTrue();
		assertThat(call("tier3", HttpMethod.PUT, path, Map.of("capacity", 1)).getStatusCode().value()).isEqualTo(403);
	}

	@Test
	void aNameIsGivenOnceInAnyLetterCase() {
		String name = "Winter " + name();
		assertThat(plan(name).getStatusCode().value()).isEqualTo(201);
		assertThat(plan(name.toUpperCase(java.util.Locale.ROOT)).getStatusCode().value()).isEqualTo(409);
		assertThat(get("/api/releases/" + name.toLowerCase(java.util.Locale.ROOT)).at("/name").asText())
			.isEqualTo(name);
	}

	@Test
	void whatIsNotThereIsNotFound() {
		assertThat(status("tier1", HttpMethod.GET, "/api/releases/none")).isEqualTo(404);
		assertThat(status("tier1", HttpMethod.GET, "/api/defects/DF-99999")).isEqualTo(404);
		assertThat(status("tier1", HttpMethod.GET, "/api/defects/nonsense")).isEqualTo(404);
		assertThat(status("release-manager", HttpMethod.POST, "/api/releases/none/publication")).isEqualTo(404);
		String name = name();
		plan(name);
		assertThat(status("release-manager", HttpMethod.PUT, "/api/releases/" + name + "/defects/DF-99999"))
			.isEqualTo(404);
		assertThat(status("release-manager", HttpMethod.PUT, "/api/releases/none/defects/DF-99999")).isEqualTo(404);
	}

	@Test
	void aWrongRankIsRefusedByName() {
		for (Object rank : List.of(0, 100, "first", 1.5, List.of())) {
			ResponseEntity<JsonNode> refused = call("release-manager", HttpMethod.PUT, "/api/defects/DF-1001/rank",
					Map.of("rank", rank));
			assertThat(refused.getStatusCode().value()).isEqualTo(400);
			assertThat(refused.getBody().at("/errors").findValuesAsText("field")).containsExactlyInAnyOrder("rank",
					"reason");
		}
	}

	@Test
	void onlyReleaseManagersWriteReleases() {
		for (String login : List.of("tier3", "supervisor", "integration", "process-owner", "admin")) {
			assertThat(call(login, HttpMethod.POST, "/api/releases", release(name())).getStatusCode().value()).as(login)
				.isEqualTo(403);
			assertThat(status(login, HttpMethod.GET, "/api/releases")).as(login).isEqualTo(200);
		}
	}

	@Test
	void listsArePagedNewestFirst() {
		String first = name();
		String second = name();
		plan(first);
		plan(second);
		JsonNode page = get("/api/releases?state=planned&limit=1");
		assertThat(page.at("/releases/0/name").asText()).isEqualTo(second);
		assertThat(page.at("/next").asText()).isEqualTo(second);
		assertThat(get("/api/releases?limit=1&after=" + second).at("/releases/0/name").asText()).isEqualTo(first);
		ResponseEntity<JsonNode> wrong = call("tier1", HttpMethod.GET,
				"/api/releases?limit=0&state=lost&after=none of them", null);
		assertThat(wrong.getStatusCode().value()).isEqualTo(400);
		assertThat(wrong.getBody().at("/errors").findValuesAsText("field")).containsExactly("state", "after", "limit");
		assertThat(status("tier1", HttpMethod.GET, "/api/defects?state=lost&after=DF-1&limit=500")).isEqualTo(400);
	}

	@Test
	void aDefectTravelsFromTheCaseToTheRelease() {
		String number = opened();
		complete("tier1", number, "TriageCase",
				Map.of("outcome", "escalate", "escalationNote", "a bug", "handoffMode", "direct"));
		complete("tier2", number, "InvestigateCase", Map.of("outcome", "change-code", "defectTitle", "Playback stops"));
		String defect = get("/api/cases/" + number).at("/defect").asText();
		assertThat(defect).matches("DF-1[0-9]{3}");
		assertThat(get("/api/cases/" + number).at("/status").asText()).isEqualTo("waiting-for-patch");
		JsonNode ranked = get("/api/defects/" + defect);
		assertThat(ranked.at("/state").asText()).isEqualTo("ranked");
		assertThat(ranked.at("/cases/0").asText()).isEqualTo(number);
		assertThat(ranked.at("/dueAt").asText()).endsWith("Z");
		assertThat(get("/api/defects?state=ranked").at("/defects").findValuesAsText("number")).contains(defect);
		String release = name();
		plan(release);
		assertThat(status("release-manager", HttpMethod.PUT, "/api/releases/" + release + "/defects/" + defect))
			.isEqualTo(200);
		complete("release-manager", release, "ApproveRelease", Map.of("approved", true, "approvalNote", "green"));
		ResponseEntity<JsonNode> unverified = publish(release);
		assertThat(unverified.getStatusCode().value()).isEqualTo(409);
		assertThat(unverified.getBody().at("/detail").asText()).contains(defect);
		complete("tier3", defect, "DevelopFix", Map.of("outcome", "fixed", "fixNote", "waits now"));
		complete("tier3", defect, "VerifyFix", Map.of("verified", true, "verificationNote", "plays"));
		assertThat(publish(release).getStatusCode().value()).isEqualTo(202);
		assertThat(get("/api/defects/" + defect).at("/state").asText()).isEqualTo("released");
		assertThat(get("/api/defects/" + defect).at("/release").asText()).isEqualTo(release);
	}

	@Test
	void aReleaseIsTakenBackWithAReason() {
		String name = name();
		plan(name);
		assertThat(call("release-manager", HttpMethod.POST, "/api/releases/" + name + "/withdrawal", Map.of())
			.getStatusCode()
			.value()).isEqualTo(400);
		assertThat(withdraw("supervisor", name).getStatusCode().value()).isEqualTo(403);
		assertThat(withdraw("release-manager", name).getStatusCode().value()).isEqualTo(200);
		JsonNode withdrawn = get("/api/releases/" + name);
		assertThat(withdrawn.at("/state").asText()).isEqualTo("withdrawn");
		assertThat(withdrawn.at("/withdrawal/reason").asText()).isEqualTo("it damages recordings");
		assertThat(withdrawn.at("/withdrawal/who").asText()).isEqualTo("release-manager");
		assertThat(get("/api/releases?state=withdrawn").at("/releases").findValuesAsText("name")).contains(name);
		assertThat(publish(name).getStatusCode().value()).isEqualTo(409);
	}

	private ResponseEntity<JsonNode> withdraw(String login, String name) {
		return call(login, HttpMethod.POST, "/api/releases/" + name + "/withdrawal",
				Map.of("reason", "it damages recordings"));
	}

	@Test
	void deliveriesAreReadByStaffAndTriedAgainByReleaseManagers() {
		String name = name();
		plan(name);
		String deliveries = "/api/releases/" + name + "/deliveries";
		assertThat(get(deliveries + "?state=failed&limit=10").toString())
			.isEqualTo("{\"deliveries\":[],\"next\":null}");
		assertThat(status("tier1", HttpMethod.GET, deliveries + "?state=lost")).isEqualTo(400);
		assertThat(status("tier1", HttpMethod.GET, "/api/releases/none/deliveries")).isEqualTo(404);
		assertThat(status("tier1", HttpMethod.POST, deliveries + "/retry")).isEqualTo(403);
		assertThat(status("release-manager", HttpMethod.POST, deliveries + "/retry")).isEqualTo(202);
		assertThat(status("release-manager", HttpMethod.POST, deliveries + "/SC-100001/retry")).isEqualTo(202);
		assertThat(status("release-manager", HttpMethod.POST, deliveries + "/nonsense/retry")).isEqualTo(404);
	}

	@Test
	void aTrainIsARuleThatReleaseManagersWrite() {
		String name = "Player " + UUID.randomUUID().toString().substring(0, 8);
		Map<String, Object> rule = Map.of("kind", "patch", "weekday", "tuesday", "everyWeeks", 2, "from", "2026-12-02",
				"freezeWorkingDays", 5, "timeZone", "Europe/Vienna", "country", "AT", "ahead", 2);
		String path = "/api/release-trains/" + name;
		assertThat(call("supervisor", HttpMethod.PUT, path, rule).getStatusCode().value()).isEqualTo(403);
		assertThat(call("release-manager", HttpMethod.PUT, path, rule).getStatusCode().value()).isEqualTo(201);
		assertThat(call("release-manager", HttpMethod.PUT, path, rule).getStatusCode().value()).isEqualTo(200);
		assertThat(get(path).at("/weekday").asText()).isEqualTo("tuesday");
		assertThat(get("/api/release-trains").at("/trains").findValuesAsText("name")).contains(name);
		List<String> planned = get("/api/releases?limit=200").at("/releases").findValuesAsText("train");
		assertThat(planned.stream().filter(name::equals)).hasSize(2);
		ResponseEntity<JsonNode> wrong = call("release-manager", HttpMethod.PUT, path, Map.of("kind", "huge", "weekday",
				"someday", "everyWeeks", 0, "from", "soon", "timeZone", "Mars/Base", "country", "at", "ahead", 99));
		assertThat(wrong.getStatusCode().value()).isEqualTo(400);
		assertThat(wrong.getBody().at("/errors").findValuesAsText("field")).containsExactlyInAnyOrder("kind", "weekday",
				"everyWeeks", "from", "timeZone", "country", "ahead");
		assertThat(status("release-manager", HttpMethod.DELETE, path)).isEqualTo(204);
		assertThat(status("release-manager", HttpMethod.DELETE, path)).isEqualTo(404);
		assertThat(status("tier1", HttpMethod.GET, path)).isEqualTo(404);
	}

	@Test
	void aTrainMayGoByTheMonth() {
		String name = "Monthly " + UUID.randomUUID().toString().substring(0, 8);
		String path = "/api/release-trains/" + name;
		Map<String, Object> rule = new HashMap<>(Map.of("kind", "patch", "weekday", "tuesday", "weekOfMonth", "second",
				"from", "2090-01-01", "freezeWorkingDays", 5, "ahead", 2));
		JsonNode saved = call("release-manager", HttpMethod.PUT, path, rule).getBody();
		assertThat(saved.at("/weekOfMonth").asText()).isEqualTo("second");
		assertThat(saved.at("/everyWeeks").isNull()).isTrue();
		assertThat(get("/api/releases?limit=2").at("/releases").findValuesAsText("name"))
			.containsExactly(name + " 2090-02-14", name + " 2090-01-10");
		assertThat(get("/api/releases/" + name + " 2090-01-10").at("/freezeAt").asText())
			.isEqualTo("2090-01-03T00:00:00Z");
		rule.put("everyWeeks", 2);
		assertThat(wrong(path, rule)).containsExactly("everyWeeks");
		rule.remove("everyWeeks");
		rule.put("weekOfMonth", "fifth");
		assertThat(wrong(path, rule)).containsExactly("weekOfMonth");
		rule.put("weekOfMonth", 2);
		assertThat(wrong(path, rule)).containsExactly("weekOfMonth");
		rule.remove("weekOfMonth");
		assertThat(call("release-manager", HttpMethod.PUT, path, rule).getBody().at("/everyWeeks").asInt())
			.isEqualTo(1);
	}

	private List<String> wrong(String path, Map<String, Object> rule) {
		ResponseEntity<JsonNode> refused = call("release-manager", HttpMethod.PUT, path, rule);
		assertThat(refused.getStatusCode().value()).isEqualTo(400);
		return refused.getBody().at("/errors").findValuesAsText("field");
	}

	@Test
	void notesAreWrittenUntilThePublication() {
		String name = name();
		plan(name);
		String path = "/api/releases/" + name + "/notes";
		assertThat(call("release-manager", HttpMethod.PUT, path, Map.of("notes", "Plays for hours.")).getBody()
			.at("/notes")
			.asText()).isEqualTo("Plays for hours.");
		complete("release-manager", name, "ApproveRelease", Map.of("approved", true, "approvalNote", "green"));
		publish(name);
		assertThat(call("release-manager", HttpMethod.PUT, path, Map.of("notes", "late")).getStatusCode().value())
			.isEqualTo(409);
	}

	private String opened() {
		return call("integration", HttpMethod.POST, "/api/cases",
				Map.of("company", "Echo Films", "contact", Map.of("name", "Kim", "email", "kim@example.test"),
						"subject", "Playback stops", "details", "Since the update.", "impact", "several", "urgency",
						"stopped"))
			.getBody()
			.at("/number")
			.asText();
	}

	private void complete(String login, String key, String task, Map<String, Object> answers) {
		String id = this.rest.withBasicAuth(login, login)
			.getForObject("/engine-rest/task?processInstanceBusinessKey={key}&taskDefinitionKey={task}", JsonNode.class,
					key, task)
			.at("/0/id")
			.asText();
		Map<String, Object> variables = new HashMap<>();
		answers.forEach((name, value) -> variables.put(name, Map.of("value", value)));
		assertThat(call(login, HttpMethod.POST, "/engine-rest/task/" + id + "/complete", Map.of("variables", variables))
			.getStatusCode()
			.value()).isEqualTo(204);
	}

	private static String name() {
		return "2.4." + UUID.randomUUID();
	}

	private static Map<String, Object> release(String name) {
		return Map.of("name", name, "kind", "patch", "plannedFor", "2026-12-24", "notes", "Playback goes on.",
				"downloadUrl", "https://download.example.com/player.zip");
	}

	private ResponseEntity<JsonNode> plan(String name) {
		return call("release-manager", HttpMethod.POST, "/api/releases", release(name));
	}

	private ResponseEntity<JsonNode> publish(String name) {
		return call("release-manager", HttpMethod.POST, "/api/releases/" + name + "/publication", null);
	}

	private JsonNode get(String path) {
		return call("tier1", HttpMethod.GET, path, null).getBody();
	}

	private int status(String login, HttpMethod method, String path) {
		return call(login, method, path, null).getStatusCode().value();
	}

	private ResponseEntity<JsonNode> call(String login, HttpMethod method, String path, Object body) {
		return this.rest.withBasicAuth(login, login).exchange(path, method, new HttpEntity<>(body), JsonNode.class);
	}

}
