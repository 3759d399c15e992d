package org.tierline.desk;

import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.TierlineTest;
import org.tierline.customers.Companies;
import org.tierline.customers.Plan;
import org.tierline.customers.Site;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers to begin with. */
@TierlineTest
class CannedTextsTests {

	@Autowired
	TestRestTemplate rest;

	@Autowired
	ObjectMapper json;

	@Autowired
	Companies companies;

	private String name;

	private String number;

	@BeforeEach
	void aCaseInHelsinki() throws Exception {
		this.name = "Hello " + UUID.randomUUID();
		String company = "Company " + UUID.randomUUID();
		this.companies.add(company, Plan.PREMIUM, false, Site.standard(java.time.ZoneId.of("Europe/Helsinki")));
		this.number = this.json
			.readTree(call("integration", HttpMethod.POST, "/api/cases",
					"""
							{"company": "%s", "contact": {"name": "Kim $1 Example", "email": "kim@example.test"}, "subject": "No sound",
							"details": "Silence.", "impact": "one", "urgency": "hindered"}"""
						.formatted(company))
				.getBody())
			.at("/number")
			.asText();
	}

	@Test
	void aTextIsFilledInWithTheFactsOfTheCase() {
		assertThat(write("supervisor",
				"Dear {{contact.name}}, case {{ number }} until {{resolution.dueAt}}. {{technician}}")
			.getStatusCode()
			.value()).isEqualTo(201);
		assertThat(fill("tier1")).startsWith("Dear Kim $1 Example, case " + this.number + " until ")
			.matches("(?s).* \\(UTC\\+0[23]:00, Europe/Helsinki\\)\\. tier1");
	}

	@Test
	void whatTheCaseHasNotGotStaysVisible() {
		write("process-owner", "{{product}}, {{defect}}, {{update.dueAt}}");
		assertThat(fill("tier2")).isEqualTo("[no product], [no defect], [no update.dueAt]");
	}

	@Test
	void anUnknownPlaceholderIsRefusedByName() throws Exception {
		ResponseEntity<String> refused = write("supervisor", "{{contact.age}} and {{number and {{x}}");
		assertThat(refused.getStatusCode().value()).isEqualTo(400);
		JsonNode errors = this.json.readTree(refused.getBody()).at("/errors");
		assertThat(errors).allSatisfy((error) -> assertThat(error.at("/field").asText()).isEqualTo("body"));
		assertThat(errors.findValuesAsText("message")).anyMatch((message) -> message.contains("contact.age"))
			.anyMatch((message) -> message.contains("without its other half"));
		assertThat(write("supervisor", " ").getStatusCode().value()).isEqualTo(400);
	}

	@Test
	void aTextIsRewrittenListedAndDropped() {
		write("supervisor", "one");
		assertThat(write("process-owner", "two").getStatusCode().value()).isEqualTo(200);
		assertThat(call("tier1", HttpMethod.GET, "/api/canned-texts", null).getBody()).contains(this.name, "\"two\"",
				"contact.name");
		assertThat(call("supervisor", HttpMethod.DELETE, path(), null).getStatusCode().value()).isEqualTo(204);
		assertThat(call("supervisor", HttpMethod.DELETE, path(), null).getStatusCode().value()).isEqualTo(404);
	}

	private ResponseEntity<String> write(String login, String body) {
		return call(login, HttpMethod.PUT, path(), "{\"body\": \"" + body + "\"}");
	}

	private String fill(String login) {
		try {
			return this.json
				.readTree(call(login, HttpMethod.GET, "/api/cases/" + this.number + "/canned-texts/" + this.name, null)
					.getBody())
				.at("/body")
				.asText();
		}
		catch (com.fasterxml.jackson.core.JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String path() {
		return "/api/canned-texts/" + this.name;
	}

	private ResponseEntity<String> call(String login, HttpMethod method, String path, String body) {
		HttpHeaders headers = new HttpHeaders();
		headers.setContentType(MediaType.APPLICATION_JSON);
		return this.rest.withBasicAuth(login, login)
			.exchange(path, method, new HttpEntity<>(body, headers), String.class);
	}

}
