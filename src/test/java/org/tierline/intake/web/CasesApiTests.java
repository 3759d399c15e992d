package org.tierline.intake.web;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.tierline.TierlineTest;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The cases of the contract, as other programs call them. */
@TierlineTest
class CasesApiTests {

	private static final String INTEGRATION = "integration";

	@LocalServerPort
	int port;

	private Api api;

	private String company;

	@BeforeEach
	void aCompanyOfItsOwn() {
		this.api = new Api(this.port);
		this.company = "Company " + UUID.randomUUID();
	}

	@Test
	void anOpenedCaseHasEveryFieldOfTheContract() {
		Api.Answer opened = open();
		assertThat(opened.status()).isEqualTo(201);
		String number = opened.text("/number");
		assertThat(opened.response().headers().firstValue("Location")).hasValue("/api/cases/" + number);
		Api.Answer read = this.api.get("tier3", "/api/cases/" + number);
		assertThat(read.json().fieldNames()).toIterable()
			.contains("number", "status", "tier", "severity", "impact", "urgency", "plan", "company", "contact",
					"product", "channel", "subject", "details", "openedAt", "resolvedAt", "closedAt", "assignee",
					"targets", "escalations", "resolution", "defect", "mergedInto");
		assertThat(read.text("/plan")).isEqualTo("standard");
		assertThat(read.text("/status")).isEqualTo("open");
		assertThat(read.json().at("/severity").asInt()).isEqualTo(3);
		assertThat(read.json().at("/tier").asInt()).isEqualTo(1);
		assertThat(read.text("/channel")).isEqualTo("api");
		assertThat(read.text("/targets/response/state")).isEqualTo("running");
		assertThat(read.text("/targets/response/dueAt"))
			.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z");
		assertThat(read.text("/targets/update/state")).isEqualTo("none");
		assertThat(read.json().at("/escalations").isArray()).isTrue();
		assertThat(read.json().at("/defect").isNull()).isTrue();
	}

	@Test
	void anUnknownCompanyIsCreatedUnverified() {
		open();
		Api.Answer company = this.api.get("tier1", "/api/companies/" + this.company.replace(" ", "%20"));
		assertThat(company.text("/plan")).isEqualTo("standard");
		assertThat(company.json().at("/verified").asBoolean()).isFalse();
	}

	@Test
	void everyWrongFieldOfAnOpeningIsNamedAtOnce() {
		Api.Answer refused = this.api.post(INTEGRATION, "/api/cases",
				"""
						{"company": " ", "contact": {"name": 7, "email": "not an address", "fax": "1"}, "subject": "%s",
						"details": ["x"], "impact": "all", "channel": "telex", "callBackAt": "tomorrow", "colour": {"a": [1]}}"""
					.formatted("x".repeat(201)));
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.response().headers().firstValue("Content-Type").orElseThrow())
			.startsWith("application/problem+json");
		assertThat(refused.wrongFields()).contains("company", "contact.email", "contact.fax", "subject", "details",
				"impact", "urgency", "channel", "callBackAt", "colour");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			"fax": 1, "name": "Eva", "email": "eva@example.com", "phone": "1"     | contact.fax
			"fax": [1, [2]], "name": "Eva", "email": "eva@example.com"            | contact.fax
			"fax": {"a": {}}, "name": "Eva", "email": "eva@example.com"           | contact.fax
			"name": "Eva", "email": "eva@example.com", "phone": "1", "fax": [1]   | contact.fax
			"name": "Eva", "fax": {"a": 1}, "email": "eva@example.com"            | contact.fax
			""")
	void anUnknownFieldIsNamedByItsPlace(String contact, String field) {
		Api.Answer refused = this.api.post(INTEGRATION, "/api/cases",
				opening("").replace("\"name\": \"Kim Example\", \"email\": \"kim@example.test\"", contact));
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.wrongFields()).containsExactly(field);
	}

	@Test
	void aBodyThatIsNoJsonIsRefusedWithThePlace() {
		Api.Answer refused = this.api.post(INTEGRATION, "/api/cases", "{\"company\": ");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.wrongFields()).containsExactly("body");
		assertThat(this.api.post(INTEGRATION, "/api/cases", "").status()).isEqualTo(400);
		assertThat(this.api.post(INTEGRATION, "/api/cases", "[]").status()).isEqualTo(400);
	}

	@Test
	void nulCharactersAreRefusedByName() {
		Api.Answer refused = this.api.post(INTEGRATION, "/api/cases",
				opening("").replace("Playback", "Play\\u0000back"));
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.wrongFields()).containsExactly("subject");
	}

	@Test
	void aNumberThatDoesNotExistIsNotFound() {
		for (String number : List.of("SC-999999999", "SC-x", "nonsense")) {
			assertThat(this.api.get("tier1", "/api/cases/" + number).status()).isEqualTo(404);
			assertThat(this.api.get("tier1", "/api/cases/" + number + "/timeline").status()).isEqualTo(404);
			assertThat(this.api.get("tier1", "/api/cases/" + number + "/messages").status()).isEqualTo(404);
			assertThat(this.api.post("tier1", "/api/cases/" + number + "/withdrawal", "{}").status()).isEqualTo(404);
		}
	}

	@Test
	void otherMediaAndMethodsAreRefused() {
		assertThat(this.api.post(INTEGRATION, "/api/cases", "a=b", "Content-Type", "text/plain").status()).isIn(400,
				415);
		assertThat(this.api.get(null, "/api/cases").status()).isEqualTo(401);
	}

	@Test
	void theSameKeyAndBodyAnswerTheFirstCaseAgain() {
		String key = UUID.randomUUID().toString();
		Api.Answer first = open("", "Idempotency-Key", key);
		Api.Answer second = open("", "Idempotency-Key", key);
		assertThat(first.status()).isEqualTo(201);
		assertThat(second.status()).isEqualTo(200);
		assertThat(second.text("/number")).isEqualTo(first.text("/number"));
		assertThat(open("\"product\": \"Other\",", "Idempotency-Key", key).status()).isEqualTo(409);
		assertThat(this.api.post("tier1", "/api/cases", opening(""), "Idempotency-Key", key).status()).isEqualTo(201);
	}

	@Test
	void aRefusedOpeningLeavesItsKeyFree() {
		String key = UUID.randomUUID().toString();
		assertThat(this.api.post(INTEGRATION, "/api/cases", "{}", "Idempotency-Key", key).status()).isEqualTo(400);
		assertThat(open("", "Idempotency-Key", key).status()).isEqualTo(201);
	}

	@Test
	void ofSixteenAtTheSameMomentOneOpensTheCase() throws Exception {
		String key = UUID.randomUUID().toString();
		ExecutorService callers = Executors.newFixedThreadPool(16);
		try {
			Callable<Api.Answer> call = () -> open("", "Idempotency-Key", key);
			List<Future<Api.Answer>> answers = callers.invokeAll(IntStream.range(0, 16).mapToObj((i) -> call).toList());
			List<Integer> codes = new java.util.ArrayList<>();
			for (Future<Api.Answer> answer : answers) {
				codes.add(answer.get().status());
				assertThat(answer.get().text("/number")).isEqualTo(answers.get(0).get().text("/number"));
			}
			assertThat(codes).containsOnly(200, 201).filteredOn((code) -> code == 201).hasSize(1);
		}
		finally {
			callers.shutdownNow();
		}
		assertThat(numbers("?company=" + this.company.replace(" ", "%20"))).hasSize(1);
	}

	@Test
	void listsAreReadPageByPageNewestFirst() {
		List<String> opened = IntStream.range(0, 5).mapToObj((i) -> open().text("/number")).toList();
		String filter = "?company=" + this.company.replace(" ", "%20") + "&limit=2";
		Api.Answer first = this.api.get("tier1", "/api/cases" + filter);
		assertThat(numbers(filter)).containsExactly(opened.get(4), opened.get(3));
		assertThat(first.text("/next")).isEqualTo(opened.get(3));
		assertThat(numbers(filter + "&after=" + opened.get(3))).containsExactly(opened.get(2), opened.get(1));
		Api.Answer last = this.api.get("tier1", "/api/cases" + filter + "&after=" + opened.get(1));
		assertThat(last.json().at("/next").isNull()).isTrue();
	}

	@Test
	void listsAreFiltered() {
		String number = open().text("/number");
		String mine = "?company=" + this.company.replace(" ", "%20");
		assertThat(numbers(mine + "&status=open&tier=1&severity=3")).containsExactly(number);
		assertThat(numbers(mine + "&status=closed")).isEmpty();
		assertThat(numbers(mine + "&severity=1")).isEmpty();
	}

	@Test
	void wrongFiltersAreNamed() {
		Api.Answer refused = this.api.get("tier1", "/api/cases?status=lost&tier=4&severity=x&limit=0&after=1");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.wrongFields()).containsExactlyInAnyOrder("status", "tier", "severity", "limit", "after");
	}

	@Test
	void theSearchFindsNumberSubjectDetailsCompanyAndConversation() {
		String word = "zebra" + UUID.randomUUID().toString().substring(0, 8);
		String number = open().text("/number");
		this.api.post("tier1", "/api/cases/" + number + "/messages",
				"{\"body\": \"see %s please\", \"visibility\": \"internal\", \"author\": \"staff\"}".formatted(word));
		String company = this.company.substring(8);
		assertThat(numbers("?q=" + word)).containsExactly(number);
		assertThat(numbers("?q=" + word.substring(0, 10))).containsExactly(number);
		assertThat(numbers("?q=" + number)).containsExactly(number);
		assertThat(numbers("?q=playback%20" + company)).containsExactly(number);
		assertThat(numbers("?q=minute%20" + company)).containsExactly(number);
		assertThat(numbers("?q=%27%29%3A%2A%26%7C!")).isNotNull();
	}

	@Test
	void theFirstPublicMessageOfStaffMeetsTheResponseTarget() {
		String number = open().text("/number");
		Api.Answer internal = message("tier1", number, "note", "internal", "staff");
		assertThat(internal.status()).isEqualTo(201);
		assertThat(read(number).text("/targets/response/state")).isEqualTo("running");
		assertThat(message("tier1", number, "We look into it.", "public", "staff").status()).isEqualTo(201);
		assertThat(read(number).text("/targets/response/state")).isEqualTo("met");
		assertThat(read(number).text("/targets/update/state")).isEqualTo("running");
	}

	@Test
	void customersAndIntegrationsDoNotWriteAsStaff() {
		String number = open().text("/number");
		assertThat(message(INTEGRATION, number, "x", "public", "staff").status()).isEqualTo(403);
		Api.Answer refused = message(INTEGRATION, number, "x", "internal", "customer");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.wrongFields()).containsExactly("visibility");
		assertThat(message(INTEGRATION, number, "thanks", "public", "customer").status()).isEqualTo(201);
		assertThat(message(INTEGRATION, number, "", "public", "customer").wrongFields()).containsExactly("body");
		assertThat(message(INTEGRATION, number, "x".repeat(20_001), "public", "customer").status()).isEqualTo(400);
	}

	@Test
	void anAssessmentChangesSeverityAndTargets() {
		String number = open().text("/number");
		Api.Answer assessed = this.api.put("tier1", "/api/cases/" + number + "/assessment",
				"{\"impact\": \"everyone\", \"urgency\": \"stopped\", \"reason\": \"whole site\"}");
		assertThat(assessed.status()).isEqualTo(200);
		assertThat(assessed.json().at("/severity").asInt()).isEqualTo(1);
		assertThat(this.api.put(INTEGRATION, "/api/cases/" + number + "/assessment", "{}").status()).isEqualTo(403);
		assertThat(this.api.put("tier1", "/api/cases/" + number + "/assessment", "{}").wrongFields())
			.containsExactlyInAnyOrder("impact", "urgency", "reason");
	}

	@Test
	void whatTheStateForbidsIsAConflict() {
		String number = open().text("/number");
		assertThat(this.api.post(INTEGRATION, "/api/cases/" + number + "/confirmation", "{}").status()).isEqualTo(409);
		assertThat(this.api.post(INTEGRATION, "/api/cases/" + number + "/reopening", "{}").status()).isEqualTo(409);
		assertThat(this.api.put("tier1", "/api/cases/" + number + "/handoff", "{\"mode\": \"together\"}").status())
			.isEqualTo(409);
		assertThat(
				this.api.post(INTEGRATION, "/api/cases/" + number + "/withdrawal", "{\"reason\": \"solved\"}").status())
			.isEqualTo(200);
		assertThat(this.api.post(INTEGRATION, "/api/cases/" + number + "/withdrawal", "{}").status()).isEqualTo(409);
		assertThat(read(number).text("/status")).isEqualTo("withdrawn");
	}

	@Test
	void theTimelineIsInOrderAndSaysWhoAndWhy() {
		String number = open().text("/number");
		this.api.post(INTEGRATION, "/api/cases/" + number + "/withdrawal", "{\"reason\": \"found it\"}");
		Api.Answer timeline = this.api.get("tier2", "/api/cases/" + number + "/timeline");
		List<String> whats = StreamSupport.stream(timeline.json().spliterator(), false)
			.map((entry) -> entry.path("what").asText())
			.toList();
		assertThat(whats).containsExactly("opened", "promised", "acknowledged", "withdrawn");
		assertThat(timeline.text("/3/why")).isEqualTo("found it");
		assertThat(timeline.text("/3/who")).isEqualTo(INTEGRATION);
	}

	@Test
	void aWishedCallComesFirst() {
		Api.Answer opened = open("\"callBackAt\": \"2099-01-04T10:00:00+01:00\",");
		assertThat(opened.status()).isEqualTo(201);
		Api.Answer tasks = this.api.get("tier1",
				"/engine-rest/task?processInstanceBusinessKey=" + opened.text("/number"));
		assertThat(tasks.text("/0/taskDefinitionKey")).isEqualTo("CallBack");
		assertThat(tasks.text("/0/due")).startsWith("2099-01-04T09:00:00");
		assertThat(open("\"callBackAt\": \"2020-01-04T10:00:00Z\",").wrongFields()).containsExactly("callBackAt");
	}

	@Test
	void anInternationalisedDomainIsTakenAndWrittenAsMailServersKnowIt() {
		Api.Answer opened = this.api.post(INTEGRATION, "/api/cases",
				opening("").replace("kim@example.test", "kim@m\u00fcnchen.example"));
		assertThat(opened.status()).isEqualTo(201);
		assertThat(opened.text("/contact/email")).isEqualTo("kim@xn--mnchen-3ya.example");
	}

	private Api.Answer message(String login, String number, String body, String visibility, String author) {
		return this.api.post(login, "/api/cases/" + number + "/messages",
				"{\"body\": \"%s\", \"visibility\": \"%s\", \"author\": \"%s\"}".formatted(body, visibility, author));
	}

	private Api.Answer read(String number) {
		return this.api.get(INTEGRATION, "/api/cases/" + number);
	}

	private List<String> numbers(String filter) {
		return StreamSupport
			.stream(this.api.get("tier1", "/api/cases" + filter).json().path("cases").spliterator(), false)
			.map((one) -> one.path("number").asText())
			.toList();
	}

	private Api.Answer open() {
		return open("");
	}

	private Api.Answer open(String more, String... headers) {
		return this.api.post(INTEGRATION, "/api/cases", opening(more), headers);
	}

	private String opening(String more) {
		return """
				{%s "company": "%s", "contact": {"name": "Kim Example", "email": "kim@example.test"}, "subject": "Playback stops",
				"details": "Since the update it stops after a minute.", "impact": "one", "urgency": "hindered"}"""
			.formatted(more, this.company);
	}

}
