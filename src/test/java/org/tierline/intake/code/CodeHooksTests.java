package org.tierline.intake.code;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierline.TierlineTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Payloads in the hosts' own shapes, sealed as they seal them, over real HTTP. */
@TierlineTest
class CodeHooksTests {

	private static final String SECRET = "a secret of this test";

	private final String name = "hook-" + UUID.randomUUID();

	@Autowired
	TestRestTemplate rest;

	@Autowired
	Clock clock;

	@Autowired
	JdbcClient jdbc;

	private String defect;

	@BeforeEach
	void aDefectIsBeingDeveloped() {
		this.defect = reported();
	}

	@Test
	void aCommitOnTheMainBranchThatFixesADefectMovesItOnce() throws Exception {
		String other = reported();
		allow("github");
		String push = payload("github-push", Map.of("fixes", this.defect, "mentions", other));
		JsonNode heard = gitHub("push", push).getBody();
		assertThat(heard.at("/before").asBoolean()).isFalse();
		assertThat(heard.at("/defects").toString()).isEqualTo("""
				[{"number":"%s","did":"fixed"},{"number":"%s","did":"linked"}]""".formatted(this.defect, other));
		assertThat(state(this.defect)).isEqualTo("in-verification");
		assertThat(state(other)).isEqualTo("ranked");
		assertThat(gitHub("push", push).getBody().at("/before").asBoolean()).isTrue();
		JsonNode links = get("tier1", "/api/defects/" + this.defect + "/links").getBody();
		assertThat(links).hasSize(1);
		assertThat(links.at("/0/kind").asText()).isEqualTo("commit");
		assertThat(links.at("/0/title").asText()).isEqualTo("Wait for the decoder");
		assertThat(links.at("/0/who").asText()).isEqualTo("octocat");
		assertThat(links.at("/0/url").asText()).startsWith("https://github.com/acme/player/commit/");
		assertThat(get("tier1", "/api/defects/" + other + "/links").getBody()).hasSize(1);
	}

	@Test
	void aCommitOnAnotherBranchIsLinkedOnly() throws Exception {
		allow("github");
		String push = payload("github-push", Map.of("fixes", this.defect, "mentions", "DF-999999999"))
			.replace("refs/heads/main", "refs/heads/decoder");
		assertThat(gitHub("push", push).getBody().at("/defects/0/did").asText()).isEqualTo("linked");
		assertThat(state(this.defect)).isEqualTo("ranked");
	}

	@Test
	void aMergedPullRequestMovesADefectAndAClosedOneDoesNot() throws Exception {
		allow("github");
		String pull = payload("github-pull-request", Map.of("fixes", this.defect));
		gitHub("pull_request", pull.replace("\"merged\": true", "\"merged\": false"));
		assertThat(state(this.defect)).isEqualTo("ranked");
		gitHub("pull_request", pull);
		assertThat(state(this.defect)).isEqualTo("in-verification");
		assertThat(get("tier1", "/api/defects/" + this.defect + "/links").getBody().at("/0/kind").asText())
			.isEqualTo("merge");
	}

	@Test
	void aPushAndItsMergeOfTheSameFixMoveItOnce() throws Exception {
		allow("gitlab");
		gitLab(payload("gitlab-push", Map.of("fixes", this.defect)));
		JsonNode merged = gitLab(payload("gitlab-merge-request", Map.of("fixes", this.defect))).getBody();
		assertThat(merged.at("/defects/0/did").asText()).isEqualTo("linked");
		assertThat(state(this.defect)).isEqualTo("in-verification");
		assertThat(get("tier1", "/api/defects/" + this.defect + "/links").getBody()).hasSize(2);
	}

	@Test
	void aTagPlansWhatItNamesForTheReleaseOfThatName() throws Exception {
		allow("github");
		String tag = "v3." + UUID.randomUUID();
		assertThat(call("release-manager", HttpMethod.POST, "/api/releases",
				Map.of("name", tag, "kind", "patch", "track", "regular"))
			.getStatusCode()
			.value()).isEqualTo(201);
		String release = payload("github-release", Map.of("fixes", this.defect, "tag", tag));
		assertThat(gitHub("release", release).getBody().at("/defects/0/did").asText()).isEqualTo("planned");
		assertThat(get("tier1", "/api/releases/" + tag).getBody().at("/defects/0").asText()).isEqualTo(this.defect);
	}

	@Test
	void aTagOfAReleaseThatWasTakenBackIsLinkedOnly() throws Exception {
		allow("github");
		String tag = "v4." + UUID.randomUUID();
		call("release-manager", HttpMethod.POST, "/api/releases",
				Map.of("name", tag, "kind", "patch", "track", "regular"));
		assertThat(call("release-manager", HttpMethod.POST, "/api/releases/" + tag + "/withdrawal",
				Map.of("reason", "not needed"))
			.getStatusCode()
			.is2xxSuccessful()).isTrue();
		String release = payload("github-release", Map.of("fixes", this.defect, "tag", tag));
		ResponseEntity<JsonNode> heard = gitHub("release", release);
		assertThat(heard.getStatusCode().value()).isEqualTo(200);
		assertThat(heard.getBody().at("/defects/0/did").asText()).isEqualTo("linked");
		assertThat(get("tier1", "/api/defects/" + this.defect + "/links").getBody()).hasSize(1);
	}

	@Test
	void aTagOfAFrozenReleasePlansWhatItNamesAndSaysWhy() throws Exception {
		allow("github");
		String tag = "v5." + UUID.randomUUID();
		call("release-manager", HttpMethod.POST, "/api/releases",
				Map.of("name", tag, "kind", "patch", "track", "regular"));
		this.jdbc.sql("update release set freeze_at = now() - interval '1 hour' where name = ?").param(tag).update();
		String release = payload("github-release", Map.of("fixes", this.defect, "tag", tag));
		ResponseEntity<JsonNode> heard = gitHub("release", release);
		assertThat(heard.getStatusCode().value()).isEqualTo(200);
		assertThat(heard.getBody().at("/defects/0/did").asText()).isEqualTo("planned");
		JsonNode planned = get("tier1", "/api/defects/" + this.defect).getBody();
		assertThat(planned.at("/release").asText()).isEqualTo(tag);
		assertThat(planned.at("/history").toString()).contains(tag + ": tagged: https://github.com/");
	}

	@Test
	void aTagWithoutAReleaseIsLinkedOnly() throws Exception {
		allow("gitlab");
		String pushed = payload("gitlab-tag-push", Map.of("fixes", this.defect, "tag", "v9"));
		assertThat(gitLab(pushed).getBody().at("/defects/0/did").asText()).isEqualTo("linked");
		assertThat(get("tier1", "/api/defects/" + this.defect + "/links").getBody().at("/0/url").asText())
			.isEqualTo("https://gitlab.example.com/acme/player/-/tags/v9");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "sha256=", "sha256=0000", "sha1=aa" })
	void aWrongSealIsRefusedAndChangesNothing(String seal) throws Exception {
		allow("github");
		String push = payload("github-push", Map.of("fixes", this.defect, "mentions", "DF-1"));
		assertThat(send(push, Map.of("X-GitHub-Event", "push", "X-Hub-Signature-256", seal)).getStatusCode().value())
			.isEqualTo(401);
		assertThat(state(this.defect)).isEqualTo("ranked");
	}

	@Test
	void whatWasChangedOnItsWayIsRefused() throws Exception {
		allow("github");
		String push = payload("github-push", Map.of("fixes", "DF-1", "mentions", "DF-1"));
		String seal = gitHubSeal(push);
		assertThat(send(push.replace("DF-1,", this.defect + ","),
				Map.of("X-GitHub-Event", "push", "X-Hub-Signature-256", seal))
			.getStatusCode()
			.value()).isEqualTo(401);
		assertThat(state(this.defect)).isEqualTo("ranked");
	}

	@Test
	void anUnknownHookIsAnsweredLikeAWrongSeal() throws Exception {
		String push = payload("github-push", Map.of("fixes", this.defect, "mentions", "DF-1"));
		ResponseEntity<JsonNode> unknown = gitHub("push", push);
		allow("github");
		ResponseEntity<JsonNode> wrong = send(push, Map.of("X-GitHub-Event", "push"));
		assertThat(unknown.getStatusCode().value()).isEqualTo(401);
		assertThat(unknown.getBody()).isEqualTo(wrong.getBody());
	}

	@Test
	void gitLabsTokenIsCompared() throws Exception {
		allow("gitlab");
		String push = payload("gitlab-push", Map.of("fixes", this.defect));
		assertThat(send(push, Map.of("X-Gitlab-Token", SECRET + "!")).getStatusCode().value()).isEqualTo(401);
		assertThat(state(this.defect)).isEqualTo("ranked");
	}

	@Test
	void gitLabsSignatureIsCheckedAndGrowsOld() throws Exception {
		allow("gitlab");
		String push = payload("gitlab-push", Map.of("fixes", this.defect));
		Instant old = this.clock.instant().minus(Duration.ofMinutes(6));
		assertThat(send(push, standard(push, old)).getStatusCode().value()).isEqualTo(401);
		assertThat(state(this.defect)).isEqualTo("ranked");
		assertThat(send(push, standard(push, this.clock.instant())).getStatusCode().value()).isEqualTo(200);
		assertThat(state(this.defect)).isEqualTo("in-verification");
	}

	@Test
	void theSameCallSentTwiceAtOnceIsHeardOnce() throws Exception {
		allow("github");
		String push = payload("github-push", Map.of("fixes", this.defect, "mentions", "DF-1"));
		ExecutorService threads = Executors.newFixedThreadPool(6);
		try {
			Callable<ResponseEntity<JsonNode>> one = () -> gitHub("push", push);
			int heard = 0;
			for (Future<ResponseEntity<JsonNode>> answer : threads.invokeAll(List.of(one, one, one, one, one, one))) {
				assertThat(answer.get().getStatusCode().value()).isEqualTo(200);
				heard += answer.get().getBody().at("/before").asBoolean() ? 0 : 1;
			}
			assertThat(heard).isEqualTo(1);
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(get("tier1", "/api/defects/" + this.defect + "/links").getBody()).hasSize(1);
	}

	@Test
	void whatIsOfNoInterestOrNoJsonDoesNoHarm() throws Exception {
		allow("github");
		assertThat(gitHub("ping", "{\"zen\": \"Keep it logically awesome.\"}").getStatusCode().value()).isEqualTo(200);
		assertThat(gitHub("push", "[]").getStatusCode().value()).isEqualTo(200);
		assertThat(gitHub("push", "{\"commits\": {\"a\": null}, \"ref\": 5}").getStatusCode().value()).isEqualTo(200);
		ResponseEntity<JsonNode> form = gitHub("push", "payload=%7B%7D");
		assertThat(form.getStatusCode().value()).isEqualTo(400);
		assertThat(form.getBody().at("/errors/0/field").asText()).isEqualTo("body");
	}

	@Test
	void whateverADeveloperWritesTheDefectMoves() throws Exception {
		allow("github");
		String push = payload("github-push", Map.of("fixes", this.defect, "mentions", "DF-1"))
			.replace("Wait for the decoder", "Wait\\u0000 " + "for ever and ever ".repeat(2_000));
		assertThat(gitHub("push", push).getBody().at("/defects/0/did").asText()).isEqualTo("fixed");
		assertThat(state(this.defect)).isEqualTo("in-verification");
		assertThat(get("tier1", "/api/defects/" + this.defect + "/links").getBody().at("/0/title").asText())
			.startsWith("Wait for ever");
	}

	@Test
	void aLinkThatIsNoWebAddressIsLeftOut() throws Exception {
		allow("github");
		String push = payload("github-push", Map.of("fixes", this.defect, "mentions", "DF-1"))
			.replace("https://github.com/acme/player/commit", "javascript:alert(1)//");
		assertThat(gitHub("push", push).getStatusCode().value()).isEqualTo(200);
		assertThat(get("tier1", "/api/defects/" + this.defect + "/links").getBody()).isEmpty();
	}

	@Test
	void hooksAreKeptByReleaseManagersAndTheirSecretsAreShownOnce() {
		for (String login : List.of("tier1", "tier3", "supervisor", "process-owner", "integration")) {
			assertThat(call(login, HttpMethod.PUT, "/api/code-hooks/" + this.name, Map.of("host", "github"))
				.getStatusCode()
				.value()).as(login).isEqualTo(403);
			assertThat(get(login, "/api/code-hooks").getStatusCode().value()).as(login).isEqualTo(403);
		}
		JsonNode saved = call("release-manager", HttpMethod.PUT, "/api/code-hooks/" + this.name,
				Map.of("host", "github"))
			.getBody();
		assertThat(saved.at("/secret").asText()).hasSize(64);
		assertThat(saved.at("/address").asText()).isEqualTo("/api/code-hooks/" + this.name + "/calls");
		assertThat(get("release-manager", "/api/code-hooks").getBody().toString()).contains(this.name)
			.doesNotContain(saved.at("/secret").asText());
		assertThat(call("release-manager", HttpMethod.DELETE, "/api/code-hooks/" + this.name, null).getStatusCode()
			.value()).isEqualTo(204);
		assertThat(call("release-manager", HttpMethod.DELETE, "/api/code-hooks/" + this.name, null).getStatusCode()
			.value()).isEqualTo(404);
	}

	@Test
	void everyWrongFieldOfAHookIsNamedAtOnce() {
		ResponseEntity<JsonNode> refused = call("admin", HttpMethod.PUT, "/api/code-hooks/A_B",
				Map.of("host", "svn", "secret", "short"));
		assertThat(refused.getStatusCode().value()).isEqualTo(400);
		assertThat(refused.getBody().at("/errors").findValuesAsText("field")).containsExactlyInAnyOrder("name", "host",
				"secret");
	}

	private void allow(String host) {
		assertThat(call("release-manager", HttpMethod.PUT, "/api/code-hooks/" + this.name,
				Map.of("host", host, "secret", SECRET))
			.getStatusCode()
			.value()).isEqualTo(200);
	}

	private static String payload(String file, Map<String, String> facts) throws IOException {
		String text = new ClassPathResource("intake/code/" + file + ".json").getContentAsString(StandardCharsets.UTF_8);
		for (Map.Entry<String, String> fact : facts.entrySet()) {
			text = text.replace("{{" + fact.getKey() + "}}", fact.getValue());
		}
		return text;
	}

	private ResponseEntity<JsonNode> gitHub(String event, String body) throws GeneralSecurityException {
		return send(body, Map.of("X-GitHub-Event", event, "X-GitHub-Delivery", UUID.randomUUID().toString(),
				"X-Hub-Signature-256", gitHubSeal(body)));
	}

	private static String gitHubSeal(String body) throws GeneralSecurityException {
		return "sha256=" + HexFormat.of().formatHex(hmac(body));
	}

	private ResponseEntity<JsonNode> gitLab(String body) {
		return send(body, Map.of("X-Gitlab-Token", SECRET, "X-Gitlab-Event", "any"));
	}

	private static Map<String, String> standard(String body, Instant at) throws GeneralSecurityException {
		String timestamp = String.valueOf(at.getEpochSecond());
		byte[] seal = hmac("id-1." + timestamp + "." + body);
		return Map.of("webhook-id", "id-1", "webhook-timestamp", timestamp, "webhook-signature",
				"v1,AAAA v1," + Base64.getEncoder().encodeToString(seal));
	}

	private static byte[] hmac(String content) throws GeneralSecurityException {
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
		return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
	}

	private ResponseEntity<JsonNode> send(String body, Map<String, String> headers) {
		HttpHeaders all = new HttpHeaders();
		all.setContentType(MediaType.APPLICATION_JSON);
		headers.forEach(all::set);
		return this.rest.exchange("/api/code-hooks/" + this.name + "/calls", HttpMethod.POST,
				new HttpEntity<>(body.getBytes(StandardCharsets.UTF_8), all), JsonNode.class);
	}

	private String reported() {
		JsonNode opened = call("integration", HttpMethod.POST, "/api/cases",
				Map.of("company", "Acme Video", "contact", Map.of("name", "Kim", "email", "kim@acme.example"),
						"subject", "Playback stops", "details", "After the update.", "impact", "several", "urgency",
						"stopped"))
			.getBody();
		String number = opened.at("/number").asText();
		complete("tier1", number, "TriageCase",
				Map.of("outcome", "escalate", "escalationNote", "code", "handoffMode", "direct"));
		complete("tier2", number, "InvestigateCase",
				Map.of("outcome", "change-code", "defectTitle", "Playback stops " + UUID.randomUUID()));
		return get("tier1", "/api/cases/" + number).getBody().at("/defect").asText();
	}

	private String state(String number) {
		return get("tier1", "/api/defects/" + number).getBody().at("/state").asText();
	}

	private void complete(String login, String key, String task, Map<String, ?> answers) {
		String id = get(login, "/engine-rest/task?processInstanceBusinessKey=" + key + "&taskDefinitionKey=" + task)
			.getBody()
			.at("/0/id")
			.asText();
		Map<String, Object> variables = new java.util.HashMap<>();
		answers.forEach((field, value) -> variables.put(field, Map.of("value", value)));
		assertThat(call(login, HttpMethod.POST, "/engine-rest/task/" + id + "/complete", Map.of("variables", variables))
			.getStatusCode()
			.is2xxSuccessful()).isTrue();
	}

	private ResponseEntity<JsonNode> get(String login, String path) {
		return call(login, HttpMethod.GET, path, null);
	}

	private ResponseEntity<JsonNode> call(String login, HttpMethod method, String path, Object body) {
		return this.rest.withBasicAuth(login, login).exchange(path, method, new HttpEntity<>(body), JsonNode.class);
	}

}
