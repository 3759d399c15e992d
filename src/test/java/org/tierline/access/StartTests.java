package org.tierline.access;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.tierline.TierlineTest;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Who starts which process through the engine's own REST. */
@TierlineTest
class StartTests {

	private static final String CASE = """
			{"variables": {"company": {"value": "Acme Video"}, "contactName": {"value": "Kim"},
			"contactEmail": {"value": "kim@example.test"}, "subject": {"value": "Playback stops"},
			"details": {"value": "Since the update."}, "impact": {"value": "one"}, "urgency": {"value": "hindered"}}}""";

	@LocalServerPort
	int port;

	static Stream<Arguments> doors() {
		return Stream
			.of("tier1 200", "tier2 200", "tier3 200", "supervisor 200", "integration 200", "release-manager 403",
					"process-owner 403", "admin 403")
			.map((line) -> line.split(" "))
			.flatMap((line) -> Stream.of("start", "submit-form")
				.map((door) -> Arguments.of(line[0], door, Integer.valueOf(line[1]))));
	}

	@ParameterizedTest(name = "{0} {1}: {2}")
	@MethodSource("doors")
	void whoTalksToCustomersStartsCasesAndNobodyElse(String login, String door, int status) {
		HttpResponse<String> answer = start(login, "support-case/" + door, CASE);
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.body()).contains((status == 200) ? "\"businessKey\":\"SC-" : "AuthorizationException");
	}

	/** Started by hand a release or defect would have a process and no row. */
	@ParameterizedTest
	@CsvSource({ "patch-pipeline", "release" })
	void nobodyStartsTheProductsOwnProcesses(String process) {
		for (String login : List.of("tier1", "tier3", "release-manager", "supervisor", "admin")) {
			assertThat(start(login, process + "/start", "{\"businessKey\": \"X-1\"}").statusCode()).as(login)
				.isIn(403, 404);
		}
		assertThat(Caller.program(this.port, "admin").get("/engine-rest/process-instance?businessKey=X-1").body())
			.isEqualTo("[]");
	}

	private HttpResponse<String> start(String login, String process, String body) {
		return Caller.program(this.port, login).post("/engine-rest/process-definition/key/" + process, body);
	}

}
