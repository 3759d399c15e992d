package org.tierline.intake.web;

import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.TierlineTest;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Known defects as other programs see them: found, described, tied, merged. */
@TierlineTest
class DefectsOverRestTests {

	private static final ObjectMapper JSON = new ObjectMapper();

	@LocalServerPort
	int port;

	private Api api;

	private String word;

	private String number;

	private String defect;

	@BeforeEach
	void aDefect() throws Exception {
		this.api = new Api(this.port);
		this.word = "w" + UUID.randomUUID().toString().replace("-", "");
		this.number = reported("Picture freezes " + this.word);
		this.defect = this.api.get("tier1", "/api/cases/" + this.number).text("/defect");
	}

	@Test
	void aDefectsPageHasAllFacts() {
		Api.Answer facts = this.api.get("integration", "/api/defects/" + this.defect);
		assertThat(facts.json().fieldNames()).toIterable()
			.containsExactlyInAnyOrder("number", "title", "product", "affectedVersions", "workaround", "state",
					"severity", "rank", "track", "vehicle", "dueAt", "reportedAt", "release", "mergedInto", "cases",
					"overruled", "progress", "history");
		assertThat(facts.text("/affectedVersions/1")).isEqualTo("12.1");
		assertThat(facts.text("/product")).isEqualTo("Decoder");
		assertThat(facts.json().at("/progress").toString()).isEqualTo("{\"tied\":1,\"waiting\":1,\"companies\":1}");
		assertThat(facts.json().at("/history").findValuesAsText("what")).contains("tied", "ranked", "moved");
	}

	@Test
	void listsAreFilteredAndPaged() throws Exception {
		String second = this.api.get("tier1", "/api/cases/" + reported("Green " + this.word)).text("/defect");
		Api.Answer page = this.api.get("tier1", "/api/defects?limit=1&q=" + this.word);
		assertThat(page.text("/defects/0/number")).isEqualTo(second);
		assertThat(page.text("/next")).isEqualTo(second);
		Api.Answer last = this.api.get("tier1", "/api/defects?limit=1&after=" + second + "&q=" + this.word);
		assertThat(last.json().at("/defects").findValuesAsText("number")).containsExactly(this.defect);
		assertThat(last.json().at("/next").isNull()).isTrue();
		for (String filter : new String[] { "product=decoder", "severity=2", "track=regular", "vehicle=patch",
				"planned=false", "state=ranked" }) {
			assertThat(found(filter)).as(filter).isEqualTo(2);
		}
		for (String filter : new String[] { "product=other", "severity=3", "track=accelerated", "vehicle=hotfix",
				"planned=true", "state=fixed", "release=none" }) {
			assertThat(found(filter)).as(filter).isZero();
		}
		Api.Answer wrong = this.api.get("tier1",
				"/api/defects?state=x&severity=5&track=x&vehicle=x&planned=x&after=x&limit=x");
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(wrong.wrongFields()).containsExactly("state", "severity", "track", "vehicle", "planned", "after",
				"limit");
	}

	@Test
	void aDefectIsDescribedAnew() {
		Api.Answer described = this.api.put("tier3", "/api/defects/" + this.defect, """
				{"title": " Decoder leaks ", "affectedVersions": ["12.0", "", "12.2"], "reason": "found in 12.2"}""");
		assertThat(described.status()).isEqualTo(200);
		assertThat(described.text("/title")).isEqualTo("Decoder leaks");
		assertThat(described.json().at("/product").isNull()).isTrue();
		assertThat(described.text("/affectedVersions/1")).isEqualTo("12.2");
		Api.Answer wrong = this.api.put("tier3", "/api/defects/" + this.defect, """
				{"title": " ", "product": "%s", "colour": 1}""".formatted("x".repeat(201)));
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(wrong.wrongFields()).containsExactlyInAnyOrder("title", "product", "reason", "colour");
		assertThat(this.api.put("tier3", "/api/defects/DF-999999", """
				{"title": "x", "reason": "y"}""").status()).isEqualTo(404);
	}

	@Test
	void aWorkaroundIsKept() {
		assertThat(this.api.put("tier2", "/api/defects/" + this.defect + "/workaround", """
				{"workaround": "Restart it."}""").text("/workaround")).isEqualTo("Restart it.");
		assertThat(this.api.put("tier2", "/api/defects/" + this.defect + "/workaround", "{}").wrongFields())
			.containsExactly("workaround");
	}

	@Test
	void aSimilarDefectIsFoundTiedAndUntied() throws Exception {
		String other = inTier2("Freezing pictures " + this.word);
		Api.Answer similar = this.api.get("tier2", "/api/cases/" + other + "/similar-defects");
		assertThat(similar.text("/0/number")).isEqualTo(this.defect);
		assertThat(similar.text("/0/cases")).isEqualTo("1");
		String silent = inTier2("No words in common");
		assertThat(
				this.api.get("tier2", "/api/cases/" + silent + "/similar-defects?words=" + this.word).text("/0/number"))
			.isEqualTo(this.defect);
		Api.Answer tied = this.api.put("tier2", "/api/cases/" + other + "/defect", """
				{"defect": "%s", "reason": "the same log"}""".formatted(this.defect));
		assertThat(tied.status()).isEqualTo(200);
		assertThat(tied.text("/defect")).isEqualTo(this.defect);
		assertThat(tied.text("/status")).isEqualTo("waiting-for-patch");
		Api.Answer untied = this.api.post("tier3", "/api/cases/" + other + "/untying", """
				{"reason": "another player"}""");
		assertThat(untied.json().at("/defect").isNull()).isTrue();
		assertThat(untied.text("/tier")).isEqualTo("2");
		JsonNode timeline = this.api.get("tier1", "/api/cases/" + other + "/timeline").json();
		assertThat(timeline.findValuesAsText("what")).containsSubsequence("defect-linked", "defect-unlinked",
				"handed-back");
		assertThat(this.api.post("tier3", "/api/cases/" + other + "/untying", """
				{"reason": "again"}""").status()).isEqualTo(409);
		assertThat(this.api.put("tier2", "/api/cases/" + other + "/defect", """
				{"defect": "DF-999999", "reason": "?"}""").wrongFields()).containsExactly("defect");
		assertThat(this.api.put("tier2", "/api/cases/" + other + "/defect", "{}").wrongFields())
			.containsExactlyInAnyOrder("defect", "reason");
		assertThat(this.api.put("tier2", "/api/cases/SC-999999999/defect", """
				{"defect": "DF-1001", "reason": "?"}""").status()).isEqualTo(404);
	}

	@Test
	void aMergedDefectAnswersAndNamesTheOneThatStays() throws Exception {
		String survivor = this.api.get("tier1", "/api/cases/" + reported("Another " + this.word)).text("/defect");
		Api.Answer merged = this.api.post("tier2", "/api/defects/" + this.defect + "/merger", """
				{"into": "%s", "reason": "the same decoder"}""".formatted(survivor));
		assertThat(merged.status()).isEqualTo(200);
		assertThat(merged.text("/state")).isEqualTo("rejected");
		assertThat(merged.text("/mergedInto")).isEqualTo(survivor);
		assertThat(this.api.post("tier2", "/api/defects/" + survivor + "/merger", """
				{"into": "%s", "reason": "the other way"}""".formatted(this.defect)).status()).isEqualTo(409);
		assertThat(this.api.post("tier2", "/api/defects/" + survivor + "/merger", """
				{"into": "DF-999999"}""").wrongFields()).containsExactly("reason");
		assertThat(this.api.post("tier2", "/api/defects/" + survivor + "/merger", """
				{"into": "DF-999999", "reason": "?"}""").wrongFields()).containsExactly("into");
	}

	@Test
	void rankVehicleAndTrackAreOverruled() {
		Api.Answer ruled = this.api.put("release-manager", "/api/defects/" + this.defect + "/rank", """
				{"vehicle": "hotfix", "track": "accelerated", "reason": "promised"}""");
		assertThat(ruled.text("/vehicle")).isEqualTo("hotfix");
		assertThat(ruled.text("/overruled/why")).isEqualTo("promised");
		Api.Answer back = this.api.put("release-manager", "/api/defects/" + this.defect + "/rank", """
				{"reason": "a mistake"}""");
		assertThat(back.text("/vehicle")).isEqualTo("patch");
		assertThat(back.json().at("/overruled").isNull()).isTrue();
		assertThat(this.api.put("release-manager", "/api/defects/" + this.defect + "/rank", """
				{"rank": 0, "vehicle": "car", "track": "rail"}""").wrongFields()).containsExactlyInAnyOrder("rank",
				"vehicle", "track", "reason");
	}

	@Test
	void whatCustomersAreToldIsShownAndWritten() {
		String path = "/api/defects/" + this.defect + "/progress";
		Api.Answer before = this.api.get("tier1", path);
		assertThat(before.json().fieldNames()).toIterable()
			.containsExactlyInAnyOrder("defect", "state", "note", "version", "waiting", "reportOf", "report", "told");
		assertThat(before.text("/reportOf")).isEqualTo(this.number);
		assertThat(before.text("/report")).contains(this.defect + ": Picture freezes", "analysing");
		String version = before.text("/version");
		Api.Answer written = this.api.put("tier3", path, """
				{"text": " We have found the cause. ", "version": "%s"}""".formatted(version));
		assertThat(written.status()).isEqualTo(200);
		assertThat(written.text("/note/text")).isEqualTo("We have found the cause.");
		assertThat(written.text("/note/who")).isEqualTo("tier3");
		assertThat(written.text("/report")).contains("We have found the cause.").doesNotContain("analysing");
		assertThat(this.api.put("release-manager", path, """
				{"text": "No idea.", "version": "%s"}""".formatted(version)).status()).isEqualTo(409);
		assertThat(this.api.delete("release-manager", path + "?version=" + version).status()).isEqualTo(409);
		Api.Answer back = this.api.delete("release-manager", path + "?version=" + written.text("/version"));
		assertThat(back.json().at("/note").isNull()).isTrue();
		assertThat(back.text("/report")).contains("analysing");
	}

	@Test
	void aNoteThatSaysNothingOrTooMuchIsRefusedByItsField() {
		String path = "/api/defects/" + this.defect + "/progress";
		assertThat(this.api.put("tier3", path, "{}").wrongFields()).containsExactly("text");
		for (String text : new String[] { "\" \"", "\"" + "x".repeat(5_001) + "\"", "\"a\\u0000b\"", "7" }) {
			Api.Answer wrong = this.api.put("tier3", path, "{\"text\": " + text + ", \"colour\": 1}");
			assertThat(wrong.status()).as(text).isEqualTo(400);
			assertThat(wrong.wrongFields()).as(text).containsExactlyInAnyOrder("text", "colour");
		}
		assertThat(this.api.put("tier3", "/api/defects/DF-999999/progress", """
				{"text": "x"}""").status()).isEqualTo(404);
		assertThat(this.api.get("tier3", "/api/defects/DF-999999/progress").status()).isEqualTo(404);
		assertThat(this.api.get("tier3", path).json().at("/note").isNull()).isTrue();
	}

	@Test
	void everybodyIsToldOnRequest() {
		String path = "/api/defects/" + this.defect + "/progress/reports";
		Api.Answer asked = this.api.post("release-manager", path, null, "Idempotency-Key", this.word);
		assertThat(asked.status()).isEqualTo(202);
		assertThat(asked.json().fieldNames()).toIterable()
			.containsExactlyInAnyOrder("id", "defect", "at", "who", "cases", "told", "open");
		assertThat(asked.text("/cases")).isEqualTo("1");
		assertThat(this.api.post("release-manager", path, null, "Idempotency-Key", this.word).text("/id"))
			.isEqualTo(asked.text("/id"));
		assertThat(this.api.post("release-manager", path, null).text("/id")).isNotEqualTo(asked.text("/id"));
		assertThat(this.api.post("release-manager", path, null, "Idempotency-Key", "x".repeat(256)).wrongFields())
			.containsExactly("Idempotency-Key");
		assertThat(this.api.post("tier3", "/api/defects/DF-999999/progress/reports", null).status()).isEqualTo(404);
	}

	private int found(String filter) {
		return this.api.get("tier1", "/api/defects?q=" + this.word + "&" + filter).json().at("/defects").size();
	}

	private String reported(String title) throws Exception {
		String reported = inTier2("A customer has other words");
		complete("tier2", reported, "InvestigateCase", Map.of("outcome", "change-code", "defectTitle", title,
				"defectProduct", "Decoder", "affectedVersions", "12.0, 12.1"));
		return reported;
	}

	private String inTier2(String subject) throws Exception {
		String opened = this.api
			.post("integration", "/api/cases",
					JSON.writeValueAsString(Map.of("company", "Echo Films", "contact",
							Map.of("name", "Kim", "email", "kim@example.test"), "subject", subject, "details", "-",
							"impact", "several", "urgency", "stopped")))
			.text("/number");
		complete("tier1", opened, "TriageCase",
				Map.of("outcome", "escalate", "escalationNote", "a bug", "handoffMode", "direct"));
		return opened;
	}

	private void complete(String login, String key, String task, Map<String, Object> answers) throws Exception {
		String id = this.api
			.get(login, "/engine-rest/task?processInstanceBusinessKey=" + key + "&taskDefinitionKey=" + task)
			.text("/0/id");
		Map<String, Object> variables = new java.util.HashMap<>();
		answers.forEach((name, value) -> variables.put(name, Map.of("value", value)));
		assertThat(this.api
			.post(login, "/engine-rest/task/" + id + "/complete",
					JSON.writeValueAsString(Map.of("variables", variables)))
			.status()).isEqualTo(204);
	}

}
