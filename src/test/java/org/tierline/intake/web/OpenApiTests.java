package org.tierline.intake.web;

import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import org.tierline.TierlineTest;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What /v3/api-docs says is what the API takes. */
@TierlineTest
class OpenApiTests {

	@LocalServerPort
	int port;

	@Test
	void everyPathOfTheContractIsDescribed() {
		JsonNode paths = new Api(this.port).get("tier1", "/v3/api-docs").json().path("paths");
		assertThat(paths.fieldNames()).toIterable()
			.contains("/api/cases", "/api/cases/{number}", "/api/cases/{number}/messages",
					"/api/cases/{number}/timeline", "/api/cases/{number}/clocks", "/api/targets/preview",
					"/api/cases/{number}/assessment", "/api/cases/{number}/confirmation",
					"/api/cases/{number}/reopening", "/api/cases/{number}/withdrawal", "/api/cases/{number}/handoff",
					"/api/companies", "/api/companies/{name}", "/api/defects", "/api/defects/{number}", "/api/releases",
					"/api/releases/{name}", "/api/releases/{name}/defects/{number}", "/api/releases/{name}/publication",
					"/api/alerts", "/api/alerts/{id}/acknowledgement", "/api/cases/{number}/alerts",
					"/api/escalation-chain", "/api/groups/{group}/ways", "/api/duty/{rota}", "/api/leads",
					"/api/notices", "/api/cases/{number}/similar-defects", "/api/cases/{number}/defect",
					"/api/cases/{number}/untying", "/api/defects/{number}/workaround", "/api/defects/{number}/merger",
					"/api/defects/{number}/rank", "/api/defects/{number}/progress",
					"/api/defects/{number}/progress/reports", "/api/releases/{name}/capacity", "/api/pipeline",
					"/api/pipeline/{state}");
	}

	@Test
	void theExampleOfAnOpeningOpensACase() {
		Api api = new Api(this.port);
		JsonNode example = api.get("tier1", "/v3/api-docs").json().at("/components/schemas/Opening/example");
		assertThat(api.post("integration", "/api/cases", example.toString()).status()).isEqualTo(201);
	}

	@Test
	void theExampleOfACompanyAddsOne() {
		Api api = new Api(this.port);
		JsonNode example = api.get("tier1", "/v3/api-docs").json().at("/components/schemas/NewCompany/example");
		String unique = example.toString().replace("Delta Radio", "Delta " + UUID.randomUUID());
		assertThat(api.post("admin", "/api/companies", unique).status()).isEqualTo(201);
	}

}
