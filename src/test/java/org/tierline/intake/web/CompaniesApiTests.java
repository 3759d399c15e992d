package org.tierline.intake.web;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.TierlineTest;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The companies of the contract, as other programs call them. */
@TierlineTest
class CompaniesApiTests {

	@LocalServerPort
	int port;

	private Api api;

	private final String name = "Company-" + UUID.randomUUID();

	@BeforeEach
	void connect() {
		this.api = new Api(this.port);
	}

	@Test
	void aCompanyIsAddedReadAndChanged() {
		Api.Answer added = this.api.post("admin", "/api/companies",
				CompanyRequest.EXAMPLE.replace("Delta Radio", this.name));
		assertThat(added.status()).isEqualTo(201);
		assertThat(added.response().headers().firstValue("Location")).hasValue("/api/companies/" + this.name);
		Api.Answer read = this.api.get("tier1", "/api/companies/" + this.name);
		assertThat(read.text("/plan")).isEqualTo("premium");
		assertThat(read.text("/site/timeZone")).isEqualTo("Europe/Berlin");
		assertThat(read.text("/site/hours/monday/1")).isEqualTo("13:00-17:00");
		assertThat(read.text("/site/holidays/0")).isEqualTo("2026-12-24");
		Api.Answer changed = this.api.put("supervisor", "/api/companies/" + this.name,
				"{\"plan\": \"premium-plus\", \"priorityUpdates\": true, \"site\": {\"timeZone\": \"UTC\"}}");
		assertThat(changed.status()).isEqualTo(200);
		assertThat(changed.json().at("/priorityUpdates").asBoolean()).isTrue();
		assertThat(changed.text("/site/hours/friday/0")).isEqualTo("09:00-17:00");
	}

	@Test
	void anExistingNameIsAConflictInAnyLetterCase() {
		String body = CompanyRequest.EXAMPLE.replace("Delta Radio", this.name);
		assertThat(this.api.post("admin", "/api/companies", body).status()).isEqualTo(201);
		assertThat(this.api.post("admin", "/api/companies", body.replace("Company-", "COMPANY-")).status())
			.isEqualTo(409);
	}

	@Test
	void everyWrongFieldOfASiteIsNamed() {
		Api.Answer refused = this.api.post("admin", "/api/companies", """
				{"name": "%s", "plan": "premium", "site": {"timeZone": "Mars/Olympus", "country": "XX",
				"hours": {"monday": ["09:00-12:00", "11:00-17:00"], "someday": []}, "holidays": ["Christmas"]}}"""
			.formatted(this.name));
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.wrongFields()).containsExactlyInAnyOrder("site.timeZone", "site.country",
				"site.hours.monday[1]", "site.hours.someday", "site.holidays[0]");
		assertThat(this.api.post("admin", "/api/companies", "{\"plan\": \"gold\", \"priorityUpdates\": \"true\"}")
			.wrongFields()).contains("plan");
		assertThat(this.api.get("tier1", "/api/companies/" + this.name).status()).isEqualTo(404);
	}

	@Test
	void aWrongPlanHidesNoWrongSiteOrName() {
		Api.Answer refused = this.api.post("admin", "/api/companies", """
				{"name": " ", "plan": "gold", "site": {"timeZone": "Mars/Olympus", "hours": {"monday": ["9-10"]}}}""");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.wrongFields()).containsExactlyInAnyOrder("name", "plan", "site.timeZone",
				"site.hours.monday[0]");
		assertThat(this.api.post("admin", "/api/companies", "{\"priorityUpdates\": 1}").wrongFields())
			.containsExactlyInAnyOrder("priorityUpdates", "name", "plan");
		assertThat(this.api.put("admin", "/api/companies/Acme%20Video", "{}").wrongFields()).containsExactly("plan");
	}

	@Test
	void aSiteWithoutWorkingTimeIsRefused() {
		Api.Answer refused = this.api.post("admin", "/api/companies",
				"{\"name\": \"%s\", \"plan\": \"premium\", \"site\": {\"hours\": {}}}".formatted(this.name));
		assertThat(refused.wrongFields()).containsExactly("site.hours");
	}

	@Test
	void aSiteThatHardlyEverWorksIsRefused() {
		String company = "{\"name\": \"%s\", \"plan\": \"premium\", \"site\": {\"hours\": {\"monday\": [\"09:00-%s\"]}}}";
		assertThat(this.api.post("admin", "/api/companies", company.formatted(this.name, "09:14")).wrongFields())
			.containsExactly("site.hours");
		assertThat(this.api.post("admin", "/api/companies", company.formatted(this.name, "09:15")).status())
			.isEqualTo(201);
	}

	@Test
	void holidaysWithoutEndAreRefused() {
		String dates = LocalDate.of(2026, 1, 1)
			.datesUntil(LocalDate.of(2027, 2, 6))
			.map((date) -> "\"" + date + "\"")
			.collect(Collectors.joining(","));
		assertThat(this.api
			.post("admin", "/api/companies",
					"{\"name\": \"%s\", \"plan\": \"premium\", \"site\": {\"holidays\": [%s]}}".formatted(this.name,
							dates))
			.wrongFields()).containsExactly("site.holidays");
	}

	@Test
	void anUnknownCompanyIsVerifiedAndNamedAndItsCasesFollow() {
		String number = opened(this.name);
		assertThat(this.api.get("tier1", "/api/companies/" + this.name).json().at("/verified").asBoolean()).isFalse();
		Api.Answer named = rename(this.name, "New " + this.name);
		assertThat(named.status()).isEqualTo(200);
		assertThat(named.text("/name")).isEqualTo("New " + this.name);
		assertThat(named.json().at("/verified").asBoolean()).isTrue();
		assertThat(this.api.get("tier1", "/api/cases/" + number).text("/company")).isEqualTo("New " + this.name);
		assertThat(this.api.get("tier1", "/api/cases?q=" + "New%20" + this.name).text("/cases/0/number"))
			.isEqualTo(number);
	}

	@Test
	void theFormerNameGoesOnToFindTheCompanyAndItsCases() {
		String first = opened(this.name);
		rename(this.name, "New " + this.name);
		rename("New%20" + this.name, "Newer " + this.name);
		String second = opened(this.name.toUpperCase());
		assertThat(this.api.get("tier1", "/api/cases/" + second).text("/company")).isEqualTo("Newer " + this.name);
		Api.Answer cases = this.api.get("tier1", "/api/cases?company=" + this.name);
		assertThat(cases.json().at("/cases")).extracting((one) -> one.get("number").asText())
			.containsExactly(second, first);
		assertThat(this.api.get("tier1", "/api/companies/New%20" + this.name).text("/name"))
			.isEqualTo("Newer " + this.name);
	}

	@Test
	void aNameIsTakenByTheCompanyThatHasItNow() {
		opened(this.name);
		opened("Other " + this.name);
		assertThat(rename(this.name, "OTHER " + this.name).status()).isEqualTo(409);
		rename(this.name, "New " + this.name);
		assertThat(this.api.post("admin", "/api/companies", CompanyRequest.EXAMPLE.replace("Delta Radio", this.name))
			.status()).as("nobody has it any more").isEqualTo(201);
		assertThat(this.api.get("tier1", "/api/companies/" + this.name).text("/plan")).isEqualTo("premium");
		assertThat(rename("New%20" + this.name, this.name).status()).isEqualTo(409);
		assertThat(rename("New%20" + this.name, "new " + this.name).text("/name")).isEqualTo("new " + this.name);
	}

	@Test
	void aNameThatFitsIntoNoPathIsReachedAsAParameter() {
		String slash = "A/B; " + this.name;
		Api.Answer added = this.api.post("admin", "/api/companies",
				CompanyRequest.EXAMPLE.replace("Delta Radio", slash));
		String location = added.response().headers().firstValue("Location").orElseThrow();
		assertThat(location).isEqualTo("/api/companies?name=A%2FB%3B%20" + this.name);
		assertThat(this.api.get("tier1", location).text("/companies/0/name")).isEqualTo(slash);
		assertThat(this.api.put("supervisor", location, "{\"plan\": \"standard\"}").text("/plan"))
			.isEqualTo("standard");
		assertThat(this.api.put("tier1", location, "{\"plan\": \"standard\"}").status()).isEqualTo(403);
		assertThat(this.api.put("admin", "/api/companies?name=none", "{\"plan\": \"standard\"}").status())
			.isEqualTo(404);
		assertThat(this.api.get("tier1", "/api/companies?name=none").json().at("/companies")).isEmpty();
	}

	private Api.Answer rename(String from, String to) {
		return this.api.put("supervisor", "/api/companies/" + from,
				"{\"name\": \"%s\", \"plan\": \"standard\"}".formatted(to));
	}

	private String opened(String company) {
		return this.api.post("integration", "/api/cases", """
				{"company": "%s", "contact": {"name": "Kim Example", "email": "kim@example.test"}, "subject": "s",
				"details": "d", "impact": "one", "urgency": "hindered"}""".formatted(company)).text("/number");
	}

	@Test
	void aTierDoesNotWriteCompanies() {
		assertThat(this.api.post("tier1", "/api/companies", "{}").status()).isEqualTo(403);
		assertThat(this.api.get("tier1", "/api/companies?limit=1").json().path("companies").size())
			.isLessThanOrEqualTo(1);
	}

}
