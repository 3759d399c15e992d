package org.tierline.intake.web;

import java.time.Duration;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.UUID;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.tierline.TierlineTest;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What would be promised, as other programs ask for it. */
@TierlineTest
class TargetsApiTests {

	@LocalServerPort
	int port;

	private Api api;

	@BeforeEach
	void program() {
		this.api = new Api(this.port);
	}

	@Test
	void aPromiseIsTheEarliestInstantByWhichTheWorkingTimeHasPassed() {
		JsonNode promised = preview("standard", 1, "UTC", "2026-11-27T09:00:00Z", "");
		assertThat(promised.at("/response/dueAt").asText()).isEqualTo("2026-11-27T17:00:00Z");
		assertThat(promised.at("/response/warnAt").asText()).isEqualTo("2026-11-27T15:00:00Z");
		assertThat(promised.at("/resolution/dueAt").asText()).isEqualTo("2026-12-01T17:00:00Z");
		assertThat(promised.at("/resolution/segments").size()).isEqualTo(3);
		assertThat(promised.at("/resolution/segments/1/from").asText()).isEqualTo("2026-11-30T09:00:00Z");
		assertThat(promised.at("/resolution/segments/1/to").asText()).isEqualTo("2026-11-30T17:00:00Z");
	}

	@Test
	void pausesMoveResolutionAndUpdateButNeverTheResponse() {
		String pause = ", \"pauses\": [{\"from\": \"2026-11-23T10:00:00Z\", \"to\": \"2026-11-23T12:00:00Z\"},"
				+ "{\"from\": \"2026-11-23T11:00:00Z\", \"to\": \"2026-11-23T13:00:00+01:00\"}]";
		JsonNode promised = preview("premium", 1, "UTC", "2026-11-23T09:00:00Z", pause);
		assertThat(promised.at("/response/dueAt").asText()).isEqualTo("2026-11-23T13:00:00Z");
		assertThat(promised.at("/update/dueAt").asText()).isEqualTo("2026-11-23T15:00:00Z");
		assertThat(promised.at("/resolution/dueAt").asText()).isEqualTo("2026-11-24T15:00:00Z");
		assertThat(worked(promised.at("/resolution"))).isEqualTo(Duration.ofHours(12));
	}

	@Test
	void aTargetThatTheTableLacksIsNull() {
		JsonNode promised = preview("standard", 4, "UTC", "2026-11-23T09:00:00Z", "");
		assertThat(promised.at("/update").isNull()).isTrue();
		assertThat(promised.at("/resolution/dueAt").isTextual()).isTrue();
	}

	@Test
	void roundTheClockIsOneStretch() {
		JsonNode promised = preview("premium-plus", 1, "America/New_York", "2026-11-28T23:30:00Z", "");
		assertThat(promised.at("/response/dueAt").asText()).isEqualTo("2026-11-29T00:30:00Z");
		assertThat(promised.at("/resolution/segments").size()).isOne();
	}

	@Test
	void aCaseIsPromisedWhatThePreviewSays() {
		String company = "Company " + UUID.randomUUID();
		String site = "\"site\": {\"timeZone\": \"Asia/Kolkata\", \"country\": \"IN\"}";
		assertThat(this.api
			.post("supervisor", "/api/companies",
					"{\"name\": \"%s\", \"plan\": \"premium\", %s}".formatted(company, site))
			.status()).isEqualTo(201);
		JsonNode opened = this.api.post("integration", "/api/cases", """
				{"company": "%s", "contact": {"name": "Kim Example", "email": "kim@example.test"}, "subject": "s",
				"details": "d", "impact": "several", "urgency": "stopped"}""".formatted(company)).json();
		JsonNode promised = this.api
			.post("tier1", "/api/targets/preview",
					"{\"plan\": \"premium\", \"severity\": 2, %s, \"openedAt\": \"%s\"}".formatted(site,
							opened.at("/openedAt").asText()))
			.json();
		for (String target : new String[] { "response", "resolution" }) {
			for (String field : new String[] { "dueAt", "warnAt" }) {
				assertThat(promised.at("/" + target + "/" + field).asText())
					.isEqualTo(opened.at("/targets/" + target + "/" + field).asText());
			}
		}
	}

	@Test
	void theClocksOfACaseAreExplained() {
		String number = this.api
			.post("integration", "/api/cases",
					"""
							{"company": "Company %s", "contact": {"name": "Kim Example", "email": "kim@example.test"}, "subject": "s",
							"details": "d", "impact": "several", "urgency": "stopped"}"""
						.formatted(UUID.randomUUID()))
			.text("/number");
		JsonNode clocks = this.api.get("tier2", "/api/cases/" + number + "/clocks").json();
		assertThat(clocks.findValuesAsText("target")).containsExactly("response", "update", "resolution");
		assertThat(clocks.at("/2/promised").asText()).isEqualTo("PT48H");
		assertThat(clocks.at("/2/tableVersion").asInt()).isPositive();
		assertThat(clocks.at("/2/segments/0/kind").asText()).isEqualTo("running");
		assertThat(clocks.at("/2/ahead").size()).isBetween(6, 8);
		assertThat(this.api.get("tier2", "/api/cases/SC-999999999/clocks").status()).isEqualTo(404);
	}

	/** With the wall clock of the site, and with the holidays that fell into the time. */
	@Test
	void aPersonCanAddUpADeadline() {
		String company = "Company " + UUID.randomUUID();
		String today = LocalDate.now(ZoneId.of("Asia/Kolkata")).toString();
		this.api.post("supervisor", "/api/companies",
				"{\"name\": \"%s\", \"plan\": \"premium\", \"site\": {\"timeZone\": \"Asia/Kolkata\", \"country\": \"IN\", \"holidays\": [\"%s\"]}}"
					.formatted(company, today));
		String number = this.api.post("integration", "/api/cases", """
				{"company": "%s", "contact": {"name": "Kim Example", "email": "kim@example.test"}, "subject": "s",
				"details": "d", "impact": "several", "urgency": "stopped"}""".formatted(company)).text("/number");
		JsonNode clock = this.api.get("tier2", "/api/cases/" + number + "/clocks").json().get(2);
		assertThat(clock.at("/calendars/0/kind").asText()).isEqualTo("site");
		assertThat(clock.at("/calendars/0/timeZone").asText()).isEqualTo("Asia/Kolkata");
		assertThat(clock.at("/calendars/0/site/hours/monday/0").asText()).isEqualTo("09:00-17:00");
		assertThat(clock.at("/calendars/0/holidays").findValuesAsText("date")).contains(today);
		assertThat(clock.at("/dueAtLocal").asText()).endsWith("+05:30[Asia/Kolkata]");
		Duration sum = Duration.parse(clock.at("/segments/0/working").asText());
		for (JsonNode stretch : clock.at("/ahead")) {
			assertThat(stretch.at("/fromLocal").asText()).endsWith("+05:30[Asia/Kolkata]").doesNotContain(today);
			assertThat(ZonedDateTime.parse(stretch.at("/toLocal").asText()).toInstant())
				.isEqualTo(stretch.at("/to").asText());
			sum = sum.plus(Duration.parse(stretch.at("/working").asText()));
		}
		assertThat(sum).isEqualTo(Duration.parse(clock.at("/promised").asText()));
	}

	@Test
	void withoutASiteAndATimeTheDefaultsCount() {
		Api.Answer answer = this.api.post("process-owner", "/api/targets/preview",
				"{\"plan\": \"standard\", \"severity\": 3}");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(Instant.parse(answer.text("/response/dueAt"))).isAfter(Instant.now());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					{}                                                                              | plan severity
					{"plan": "gold", "severity": 5, "openedAt": "now", "colour": 1}                 | plan severity openedAt colour
					{"plan": "premium", "severity": "2"}                                            | severity
					{"plan": "premium", "severity": 2, "openedAt": "9999-01-01T00:00:00Z"}          | openedAt
					{"plan": "premium", "severity": 2, "site": {"timeZone": "Mars/Olympus"}}        | site.timeZone
					{"plan": "premium", "severity": 2, "site": {"hours": {"monday": []}}}           | site.hours
					{"plan": "premium", "severity": 2, "pauses": [{"from": "2026-11-23T10:00:00Z"}]}| pauses[0].to
					{"plan": "premium", "severity": 2, "pauses": [null]}                            | pauses[0]
					{"plan": "premium", "severity": 2, "pauses": [{"from": "2026-11-23T10:00:00Z", "to": "2026-11-23T10:00:00Z"}]}| pauses[0].to
					{"plan": "gold", "severity": 2, "site": {"country": "XX"}, "pauses": [{"from": "2026-11-23T10:00:00Z", "to": "2026-11-23T09:00:00Z"}]}| plan site.country pauses[0].to
					""")
	void everyWrongFieldIsNamed(String body, String fields) {
		Api.Answer refused = this.api.post("tier1", "/api/targets/preview", body);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.wrongFields()).containsExactlyInAnyOrder(fields.split(" "));
	}

	@Test
	void aSiteThatHardlyWorksIsRefusedAndNotSearchedForEver() {
		Api.Answer refused = this.api.post("tier1", "/api/targets/preview", """
				{"plan": "standard", "severity": 4, "site": {"hours": {"monday": ["09:00-09:01"]}}}""");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.wrongFields()).containsExactly("site.hours");
	}

	private JsonNode preview(String plan, int severity, String zone, String openedAt, String more) {
		Api.Answer answer = this.api.post("integration", "/api/targets/preview",
				"{\"plan\": \"%s\", \"severity\": %d, \"site\": {\"timeZone\": \"%s\"}, \"openedAt\": \"%s\"%s}"
					.formatted(plan, severity, zone, openedAt, more));
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
		return answer.json();
	}

	private static Duration worked(JsonNode promise) {
		return StreamSupport.stream(promise.at("/segments").spliterator(), false)
			.map((one) -> Duration.between(Instant.parse(one.at("/from").asText()),
					Instant.parse(one.at("/to").asText())))
			.reduce(Duration.ZERO, Duration::plus);
	}

}
