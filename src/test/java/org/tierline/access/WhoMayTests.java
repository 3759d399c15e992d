package org.tierline.access;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tierline.TierlineTest;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The table "may | who", line by line, for every login. */
@TierlineTest
class WhoMayTests {

	private static final List<String> ALL = List.of("tier1", "tier2", "tier3", "release-manager", "supervisor",
			"process-owner", "integration", "admin");

	private static final String TABLE = """
			GET  /api/cases                          | all
			GET  /api/cases/SC-1/timeline            | all
			GET  /api/companies/Acme                 | all
			GET  /api/defects/DF-1                   | all
			GET  /api/releases                       | all
			POST /api/cases                          | tier1 tier2 tier3 supervisor integration
			POST /api/cases/SC-1/messages            | tier1 tier2 tier3 supervisor integration
			POST /api/cases/SC-1/confirmation        | tier1 tier2 tier3 supervisor integration
			POST /api/cases/SC-1/reopening           | tier1 tier2 tier3 supervisor integration
			POST /api/cases/SC-1/withdrawal          | tier1 tier2 tier3 supervisor integration
			PUT  /api/cases/SC-1/assessment          | tier1 tier2 supervisor
			PUT  /api/cases/SC-1/handoff             | tier1 tier2 supervisor
			POST /api/cases/SC-1/merger              | tier1 tier2 supervisor
			GET  /api/cases/SC-1/desk                | tier1 tier2 tier3 release-manager supervisor process-owner admin
			GET  /api/cases/SC-1/desk/similar        | tier1 tier2 tier3 release-manager supervisor process-owner admin
			GET  /api/cases/SC-1/canned-texts/Hello  | tier1 tier2 tier3 release-manager supervisor process-owner admin
			GET  /api/tasks/none/cases               | tier1 tier2 tier3 release-manager supervisor process-owner admin
			PUT  /api/cases/SC-1/presence            | tier1 tier2 tier3 release-manager supervisor process-owner admin
			PUT  /api/cases/SC-1/draft               | tier1 tier2 tier3 supervisor
			GET  /api/canned-texts                   | tier1 tier2 tier3 release-manager supervisor process-owner admin
			PUT  /api/canned-texts/Hello             | supervisor process-owner
			DELETE /api/canned-texts/Hello           | supervisor process-owner
			POST /api/companies                      | admin supervisor
			PUT  /api/companies/Acme                 | admin supervisor
			PUT  /api/companies?name=A%2FB           | admin supervisor
			POST /api/releases                       | release-manager
			PUT  /api/releases/R1/defects/DF-1       | release-manager
			DELETE /api/releases/R1/defects/DF-1     | release-manager
			PUT  /api/defects/DF-1/rank              | release-manager
			PUT  /api/releases/R1/capacity           | release-manager
			PUT  /api/cases/SC-1/defect              | tier2 tier3 supervisor
			POST /api/cases/SC-1/untying             | tier2 tier3 supervisor
			GET  /api/cases/SC-1/similar-defects     | all
			PUT  /api/defects/DF-1                   | tier2 tier3 supervisor
			PUT  /api/defects/DF-1/workaround        | tier2 tier3 supervisor
			GET  /api/defects/DF-1/progress          | all
			PUT  /api/defects/DF-1/progress          | tier3 release-manager
			DELETE /api/defects/DF-1/progress        | tier3 release-manager
			POST /api/defects/DF-1/progress/reports  | tier3 release-manager
			POST /api/defects/DF-1/merger            | tier2 tier3 supervisor
			GET  /api/pipeline                       | tier1 tier2 tier3 release-manager supervisor process-owner admin
			GET  /api/pipeline/fixed                 | tier1 tier2 tier3 release-manager supervisor process-owner admin
			GET  /api/pipeline/defects/DF-1/cases    | tier1 tier2 tier3 release-manager supervisor process-owner admin
			POST /api/releases/R1/publication        | release-manager
			GET  /api/inbound-mail                   | tier1 tier2 tier3 supervisor
			POST /api/inbound-mail/1/release         | tier1 tier2 tier3 supervisor
			POST /api/inbound-mail/1/dismissal       | tier1 tier2 tier3 supervisor
			GET  /api/inbound-mail/1/raw             | supervisor
			GET  /api/targets/repromises             | all
			GET  /api/alerts                         | tier1 tier2 tier3 release-manager supervisor process-owner admin
			GET  /api/cases/SC-1/alerts              | tier1 tier2 tier3 release-manager supervisor process-owner admin
			POST /api/alerts/1/acknowledgement       | tier1 tier2 tier3 supervisor
			GET  /api/escalation-chain               | admin supervisor
			PUT  /api/escalation-chain               | admin supervisor
			GET  /api/groups/tier1/ways              | admin supervisor
			PUT  /api/groups/tier1/ways              | admin supervisor
			GET  /api/duty/tier1                     | admin supervisor
			PUT  /api/duty/tier1                     | admin supervisor
			GET  /api/leads                          | admin supervisor
			PUT  /api/leads                          | admin supervisor
			GET  /api/notices                        | admin supervisor
			POST /api/notices/1/retry                | admin supervisor
			DELETE /api/leads                        | nobody
			POST /api/targets/preview                | all
			DELETE /api/cases/SC-1                   | nobody
			POST /api/defects                        | nobody
			GET  /api/unknown                        | nobody
			""";

	@LocalServerPort
	int port;

	static Stream<Arguments> lines() {
		return TABLE.lines().map((line) -> line.split("[ |]+", 3)).flatMap(WhoMayTests::arguments);
	}

	private static Stream<Arguments> arguments(String[] line) {
		List<String> who = line[2].strip().equals("all") ? ALL : Arrays.asList(line[2].strip().split(" "));
		return ALL.stream().map((login) -> Arguments.of(login, line[0], line[1], who.contains(login)));
	}

	@ParameterizedTest(name = "{0}: {1} {2} {3}")
	@MethodSource("lines")
	void everyLoginMayWhatTheTableSays(String login, String method, String path, boolean may) {
		String body = "GET".equals(method) ? null : "{}";
		int status = Caller.program(this.port, login).send(method, path, body, (request) -> {
		}).statusCode();
		if (may) {
			assertThat(status).isNotIn(401, 403);
		}
		else {
			assertThat(status).isEqualTo(403);
		}
	}

}
