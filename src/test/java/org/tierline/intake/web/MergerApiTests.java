package org.tierline.intake.web;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.TierlineTest;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Duplicates are merged over REST (F25). */
@TierlineTest
class MergerApiTests {

	@LocalServerPort
	int port;

	private Api api;

	private String one;

	private String other;

	@BeforeEach
	void twoCasesOfOneCompany() {
		this.api = new Api(this.port);
		String company = "Company " + UUID.randomUUID();
		this.one = open(company, "kim@example.test");
		this.other = open(company, "lee@example.test");
	}

	@Test
	void aMergedCaseNamesTheSurvivor() {
		Api.Answer merged = merge("tier1", this.one, this.other);
		assertThat(merged.status()).isEqualTo(200);
		assertThat(merged.text("/status")).isEqualTo("merged");
		assertThat(merged.text("/mergedInto")).isEqualTo(this.other);
		assertThat(merged.text("/targets/resolution/state")).isEqualTo("none");
		assertThat(this.api.get("tier1", "/api/cases/" + this.other + "/desk").text("/mergedCases/0/number"))
			.isEqualTo(this.one);
	}

	@Test
	void aLaterMessageToTheOldNumberIsStoredInTheSurvivorUnderItsAuthor() {
		merge("tier2", this.one, this.other);
		Api.Answer written = this.api.post("integration", "/api/cases/" + this.one + "/messages", """
				{"body": "Any news?", "visibility": "public", "author": "customer"}""");
		assertThat(written.status()).isEqualTo(201);
		assertThat(written.text("/number")).isEqualTo(this.other);
		assertThat(written.text("/who")).isEqualTo("kim@example.test");
	}

	@Test
	void wrongNumbersAreNamed() {
		for (String body : new String[] { "{}", "{\"into\": \"\"}", "{\"into\": 7}", "{\"into\": \"DF-1001\"}",
				"{\"into\": \"SC-999999999\"}" }) {
			Api.Answer refused = this.api.post("tier1", "/api/cases/" + this.one + "/merger", body);
			assertThat(refused.status()).as(body).isEqualTo(400);
			assertThat(refused.wrongFields()).as(body).containsExactly("into");
		}
		assertThat(merge("tier1", "SC-999999999", this.one).status()).isEqualTo(404);
	}

	@Test
	void whatTheStatesForbidIsAConflictAndChangesNothing() {
		assertThat(merge("supervisor", this.one, this.one).status()).isEqualTo(409);
		this.api.post("tier1", "/api/cases/" + this.other + "/withdrawal", "{}");
		assertThat(merge("supervisor", this.one, this.other).status()).isEqualTo(409);
		assertThat(this.api.get("tier1", "/api/cases/" + this.one).text("/status")).isEqualTo("open");
	}

	@Test
	void aMergerIsNotRepeatedOrTurnedRound() {
		assertThat(merge("tier1", this.one, this.other).status()).isEqualTo(200);
		assertThat(merge("tier1", this.one, this.other).status()).isEqualTo(409);
		assertThat(merge("tier1", this.other, this.one).status()).isEqualTo(409);
	}

	private Api.Answer merge(String login, String number, String into) {
		return this.api.post(login, "/api/cases/" + number + "/merger", "{\"into\": \"" + into + "\"}");
	}

	private String open(String company, String email) {
		return this.api
			.post("integration", "/api/cases",
					"""
							{"company": "%s", "contact": {"name": "Kim Example", "email": "%s"}, "subject": "Playback stops",
							"details": "The player stops.", "impact": "one", "urgency": "hindered"}"""
						.formatted(company, email))
			.text("/number");
	}

}
