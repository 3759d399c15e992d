package org.tierline.intake.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.tierline.TierlineTest;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What the API reads of a body, and what it does not. */
@TierlineTest
class BodiesTests {

	@LocalServerPort
	int port;

	private Api api;

	@BeforeEach
	void connect() {
		this.api = new Api(this.port);
	}

	@Test
	void aTextInThePlaceOfTheContactHidesNothingElse() {
		Api.Answer refused = this.api.post("integration", "/api/cases", "{\"contact\": \"Kim\", \"subject\": \"\"}");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.wrongFields()).containsExactlyInAnyOrder("contact", "company", "subject", "details",
				"impact", "urgency");
	}

	@Test
	void aLimitCountsCharactersAndHalfOfOneIsRefused() {
		assertThat(this.api.post("integration", "/api/cases", opening("\uD83D\uDE00".repeat(200))).status())
			.isEqualTo(201);
		assertThat(this.api.post("integration", "/api/cases", opening("\uD83D\uDE00".repeat(201))).wrongFields())
			.containsExactly("subject");
		assertThat(this.api.post("integration", "/api/cases", opening("half \\ud83d")).wrongFields())
			.containsExactly("subject");
	}

	private static String opening(String subject) {
		return """
				{"company": "Acme Video", "contact": {"name": "Kim", "email": "kim@example.test"}, "subject": "%s",
				"details": "Since the update.", "impact": "one", "urgency": "hindered"}""".formatted(subject);
	}

	/** The API speaks JSON, whatever else the libraries could. */
	@ParameterizedTest
	@ValueSource(strings = { "application/xml", "application/yaml" })
	void noOtherFormatIsReadOrWritten(String type) throws Exception {
		HttpRequest.Builder call = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/api/cases"))
			.header("Authorization", "Basic " + Base64.getEncoder().encodeToString("tier1:tier1".getBytes()));
		HttpResponse<String> written = HttpClient.newHttpClient()
			.send(call.copy().header("Accept", type + ", */*;q=0.1").build(), HttpResponse.BodyHandlers.ofString());
		assertThat(written.headers().firstValue("Content-Type")).hasValue("application/json");
		assertThat(HttpClient.newHttpClient()
			.send(call.header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString("<a/>")).build(),
					HttpResponse.BodyHandlers.ofString())
			.statusCode()).isEqualTo(415);
	}

}
