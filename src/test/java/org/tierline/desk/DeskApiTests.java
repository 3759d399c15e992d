package org.tierline.desk;

import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.MovableClock;
import org.tierline.TierlineTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import static org.assertj.core.api.Assertions.assertThat;

/** What the case tab reads and keeps. */
@TierlineTest
@Import(DeskApiTests.DeskTime.class)
class DeskApiTests {

	@Autowired
	TestRestTemplate rest;

	@Autowired
	ObjectMapper json;

	@Autowired
	MovableClock clock;

	private String company;

	private String number;

	@BeforeEach
	void aCase() {
		this.company = "Company " + UUID.randomUUID();
		this.number = open("Playback stops");
	}

	@Test
	void oneAnswerHasAllThatTheTabShows() {
		JsonNode desk = get("tier1", "/desk");
		assertThat(desk.at("/facts/subject").asText()).isEqualTo("Playback stops");
		assertThat(desk.at("/facts/contact/email").asText()).isEqualTo("kim@example.test");
		assertThat(desk.at("/facts/verified").asBoolean()).isFalse();
		assertThat(desk.at("/clocks")).extracting((clock) -> clock.at("/target").asText())
			.containsExactly("response", "update", "resolution");
		assertThat(desk.at("/now").asText()).endsWith("Z");
		assertThat(desk.at("/zone").asText()).isEqualTo("UTC");
		assertThat(desk.at("/messages")).hasSize(1);
		assertThat(desk.at("/timeline")).hasSize(3);
		assertThat(desk.at("/me/mayWrite").asBoolean()).isTrue();
		assertThat(get("release-manager", "/desk").at("/me/mayWrite").asBoolean()).isFalse();
	}

	@Test
	void anUnknownNumberIsNotFound() {
		for (String unknown : new String[] { "SC-999999999", "nonsense" }) {
			assertThat(call("tier1", HttpMethod.GET, "/api/cases/" + unknown + "/desk", null).getStatusCode().value())
				.isEqualTo(404);
		}
	}

	@Test
	void aLongConversationComesInParts() {
		for (int i = 1; i <= 60; i++) {
			note("note " + i);
		}
		JsonNode desk = get("tier1", "/desk");
		assertThat(desk.at("/messages")).hasSize(50);
		assertThat(desk.at("/earlier").asBoolean()).isTrue();
		assertThat(desk.at("/messages/49/body").asText()).isEqualTo("note 60");
		JsonNode earlier = get("tier1", "/desk/messages?before=" + desk.at("/messages/0/id").asText());
		assertThat(earlier).hasSize(11);
		assertThat(earlier.at("/10/body").asText()).isEqualTo("note 10");
		assertThat(put("tier1", "/desk/messages?before=x", null, HttpMethod.GET).getStatusCode().value())
			.isEqualTo(400);
	}

	@Test
	void aDraftIsKeptForItsTechnicianUntilItIsSent() {
		assertThat(draft("tier1", "public", "Dear Kim,").getStatusCode().value()).isEqualTo(204);
		draft("tier1", "public", "Dear Kim, please restart.");
		draft("tier1", "internal", "seen before");
		draft("tier2", "public", "mine");
		assertThat(get("tier1", "/desk").at("/drafts")).extracting((one) -> one.at("/body").asText())
			.containsExactly("seen before", "Dear Kim, please restart.");
		write("tier1", "public", "Dear Kim, please restart.");
		assertThat(get("tier1", "/desk").at("/drafts")).extracting((one) -> one.at("/body").asText())
			.containsExactly("seen before");
		assertThat(get("tier2", "/desk").at("/drafts/0/body").asText()).isEqualTo("mine");
	}

	@Test
	void anotherAnswerLeavesTheDraft() {
		draft("tier1", "public", "a long text that is not ready");
		write("tier1", "public", "We look into it.");
		assertThat(get("tier1", "/desk").at("/drafts/0/body").asText()).isEqualTo("a long text that is not ready");
		draft("tier1", "public", " ");
		assertThat(get("tier1", "/desk").at("/drafts")).isEmpty();
	}

	@Test
	void aDraftThatCannotBeKeptIsRefusedByField() {
		assertThat(wrongFields(draft("tier1", "loud", "x".repeat(20_001)))).containsExactlyInAnyOrder("kind", "body");
		assertThat(wrongFields(draft("tier1", "public", "a\\u0000b"))).containsExactly("body");
	}

	@Test
	void whoElseHasTheCaseOpenIsSeenForHalfAMinute() {
		present("tier2", "looking");
		JsonNode seen = present("tier1", "looking");
		assertThat(seen.at("/present/0/login").asText()).isEqualTo("tier2");
		assertThat(seen.at("/present/0/doing").asText()).isEqualTo("looking");
		present("tier2", "writing");
		assertThat(get("tier1", "/desk").at("/present/0/doing").asText()).isEqualTo("writing");
		present("tier2", "gone");
		assertThat(present("tier1", "looking").at("/present")).isEmpty();
		present("tier2", "looking");
		this.clock.pass(java.time.Duration.ofSeconds(31));
		assertThat(present("tier1", "looking").at("/present")).isEmpty();
	}

	@Test
	void aHeartbeatSaysWhetherThereIsSomethingNew() {
		String before = present("tier1", "looking").at("/version").asText();
		assertThat(present("tier1", "looking").at("/version").asText()).isEqualTo(before);
		note("new");
		assertThat(present("tier1", "looking").at("/version").asText()).isNotEqualTo(before);
	}

	@Test
	void otherOpenCasesOfTheCompanyAreShown() {
		String other = open("No sound");
		JsonNode desk = get("tier1", "/desk");
		assertThat(desk.at("/openCases")).extracting((one) -> one.at("/number").asText()).containsExactly(other);
	}

	@Test
	void solvedCasesWithTheSameRareWordsComeFirst() {
		String word = "zq" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
		String solved = open("Stutter with codec " + word);
		String task = ofTriage(solved);
		call("tier1", HttpMethod.POST, "/engine-rest/task/" + task + "/complete", """
				{"variables": {"outcome": {"value": "answer"}, "message": {"value": "Install codec 4."},
				"resolutionKind": {"value": "fix"}}}""");
		String mine = open("Codec " + word + " fails again");
		JsonNode similar = read(call("tier1", HttpMethod.GET, "/api/cases/" + mine + "/desk/similar", null));
		assertThat(similar.at("/0/number").asText()).isEqualTo(solved);
		assertThat(similar.at("/0/summary").asText()).isEqualTo("Install codec 4.");
		assertThat(similar.at("/0/kind").asText()).isEqualTo("fix");
	}

	@Test
	void aTaskLeadsToItsCase() {
		JsonNode cases = read(call("tier1", HttpMethod.GET, "/api/tasks/" + ofTriage(this.number) + "/cases", null));
		assertThat(cases).hasSize(1);
		assertThat(cases.at("/0/number").asText()).isEqualTo(this.number);
		assertThat(read(call("tier1", HttpMethod.GET, "/api/tasks/none/cases", null))).isEmpty();
	}

	private String ofTriage(String number) {
		return read(call("tier1", HttpMethod.GET,
				"/engine-rest/task?taskDefinitionKey=TriageCase&processInstanceBusinessKey=" + number, null))
			.at("/0/id")
			.asText();
	}

	private JsonNode present(String login, String doing) {
		return read(put(login, "/presence", "{\"seat\": \"one\", \"doing\": \"" + doing + "\"}", HttpMethod.PUT));
	}

	private ResponseEntity<String> draft(String login, String kind, String body) {
		return put(login, "/draft", "{\"kind\": \"" + kind + "\", \"body\": \"" + body + "\"}", HttpMethod.PUT);
	}

	private void note(String body) {
		write("tier2", "internal", body);
	}

	private void write(String login, String visibility, String body) {
		assertThat(put(login, "/messages",
				"{\"author\": \"staff\", \"visibility\": \"" + visibility + "\", \"body\": \"" + body + "\"}",
				HttpMethod.POST)
			.getStatusCode()
			.value()).isEqualTo(201);
	}

	private String open(String subject) {
		return read(call("integration", HttpMethod.POST, "/api/cases", """
				{"company": "%s", "contact": {"name": "Kim Example", "email": "kim@example.test"}, "subject": "%s",
				"details": "The player stops.", "impact": "one", "urgency": "hindered"}""".formatted(this.company,
				subject)))
			.at("/number")
			.asText();
	}

	private JsonNode get(String login, String path) {
		return read(put(login, path, null, HttpMethod.GET));
	}

	private ResponseEntity<String> put(String login, String path, String body, HttpMethod method) {
		return call(login, method, "/api/cases/" + this.number + path, body);
	}

	private ResponseEntity<String> call(String login, HttpMethod method, String path, String body) {
		HttpHeaders headers = new HttpHeaders();
		headers.setContentType(MediaType.APPLICATION_JSON);
		return this.rest.withBasicAuth(login, login)
			.exchange(path, method, new HttpEntity<>(body, headers), String.class);
	}

	private java.util.List<String> wrongFields(ResponseEntity<String> refused) {
		assertThat(refused.getStatusCode().value()).isEqualTo(400);
		return read(refused).at("/errors").findValuesAsText("field");
	}

	private JsonNode read(ResponseEntity<String> answer) {
		try {
			return this.json.readTree(answer.getBody());
		}
		catch (com.fasterxml.jackson.core.JsonProcessingException ex) {
			throw new IllegalStateException(answer.toString(), ex);
		}
	}

	/** A clock that these tests move. */
	@TestConfiguration
	static class DeskTime {

		@Bean
		@Primary
		MovableClock movableClock() {
			return new MovableClock();
		}

	}

}
