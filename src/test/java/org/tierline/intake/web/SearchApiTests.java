package org.tierline.intake.web;

import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.TierlineTest;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Search over number, subject, company, details and conversation. */
@TierlineTest
class SearchApiTests {

	@LocalServerPort
	int port;

	private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

	private final String company = "c" + this.word.substring(1);

	private Api api;

	@BeforeEach
	void program() {
		this.api = new Api(this.port);
	}

	@Test
	void theBestIsFirstAndTheHitIsShown() {
		String once = opened("Playback stops", "Somewhere there is " + this.word + " among many other words.");
		String often = opened(this.word + " again", this.word + " and " + this.word);
		JsonNode hits = search(this.word);
		assertThat(hits.findValuesAsText("number")).containsExactly(often, once);
		assertThat(hits.at("/1/hit").asText()).contains("<mark>" + this.word + "</mark> among");
		assertThat(hits.at("/1/message").isNull()).isTrue();
	}

	@Test
	void theConversationIsSearchedAndACaseIsShownOnce() {
		String number = opened("Playback stops", "d");
		for (int i = 0; i < 2; i++) {
			this.api.post("tier1", "/api/cases/" + number + "/messages",
					"{\"body\": \"Try %s.\", \"visibility\": \"internal\", \"author\": \"staff\"}"
						.formatted(this.word));
		}
		JsonNode hits = search(this.word.substring(0, 20));
		assertThat(hits.findValuesAsText("number")).containsExactly(number);
		assertThat(hits.at("/0/message").isNumber()).isTrue();
		assertThat(this.api.get("tier1", "/api/cases?q=" + this.word).json().at("/cases").findValuesAsText("number"))
			.contains(number);
	}

	@Test
	void aHitIsSafeHtml() {
		opened("s", "<img src=x onerror=alert(1)> <mark> " + this.word);
		assertThat(search(this.word).at("/0/hit").asText()).contains("&lt;img src=x onerror=alert(1)&gt;")
			.containsOnlyOnce("<mark>")
			.doesNotContain("<img");
	}

	@Test
	void numberAndCompanyAreFound() {
		String number = opened("s", "d");
		assertThat(search(number).findValuesAsText("number")).contains(number);
		assertThat(search("Company " + this.company).findValuesAsText("number")).containsExactly(number);
	}

	@Test
	void nothingToSearchForIsNamed() {
		assertThat(this.api.get("tier1", "/api/search").wrongFields()).containsExactly("q");
		assertThat(this.api.get("tier1", "/api/search?q=a&limit=0").wrongFields()).containsExactly("limit");
		assertThat(this.api.get("tier1", "/api/search?q=%3A%26%21").json().at("/hits")).isEmpty();
		assertThat(this.api.get(null, "/api/search?q=a").status()).isEqualTo(401);
	}

	private JsonNode search(String words) {
		return this.api.get("tier1", "/api/search?q=" + words.replace(" ", "%20")).json().at("/hits");
	}

	private String opened(String subject, String details) {
		Api.Answer answer = this.api.post("integration", "/api/cases",
				"""
						{"company": "Company %s", "contact": {"name": "Kim Example", "email": "kim@example.test"}, "subject": "%s",
						"details": "%s", "impact": "several", "urgency": "stopped"}"""
					.formatted(this.company, subject, details));
		assertThat(answer.status()).isEqualTo(201);
		return answer.text("/number");
	}

}
