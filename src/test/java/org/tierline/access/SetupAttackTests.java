package org.tierline.access;

import java.util.stream.Stream;

import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tierline.Logins;
import org.tierline.TierlineTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * CVE-2026-77226 as an attacker would try it, while there is no administrator, which is
 * when the webapps' set-up is willing.
 */
@TierlineTest
class SetupAttackTests {

	private static final String NEW_ADMINISTRATOR = """
			{"profile":{"id":"mallory","firstName":"M","lastName":"M","email":""},
			 "credentials":{"password":"mallory"}}""";

	@LocalServerPort
	int port;

	@Autowired
	IdentityService identities;

	@BeforeEach
	void withoutAnAdministrator() {
		this.identities.deleteUser("admin");
	}

	@AfterEach
	void withTheAdministrator() {
		Logins.add(this.identities, "admin", "Ada", "Bergstrom", "camunda-admin");
	}

	static Stream<String> waysIn() {
		return Stream.of("/camunda/api/admin/setup/default/user/create",
				"/camunda/api/admin/setup/default/user/create/", "/camunda/api/admin/SETUP/default/user/create",
				"/camunda/api/admin/%73etup/default/user/create", "/camunda/api/admin/%2573etup/default/user/create",
				"/camunda/api/admin/setup%2fdefault/user/create", "/camunda/api/admin//setup/default/user/create",
				"/camunda/api/admin/./setup/default/user/create", "/camunda/api/admin/x/../setup/default/user/create",
				"/camunda/api/admin/setup;a=b/default/user/create", "/camunda/api/admin/%53etup/default/user/create",
				"/camunda/api/admin/setup/default/user/create?x=/login",
				"/camunda//api/admin/setup/default/user/create", "/CAMUNDA/api/admin/setup/default/user/create");
	}

	@ParameterizedTest
	@MethodSource("waysIn")
	void nobodyBecomesAdministratorThroughTheSetup(String path) {
		for (Caller caller : new Caller[] { Caller.stranger(this.port), Caller.program(this.port, "tier1"),
				Caller.browser(this.port, "tier1") }) {
			caller.get("/camunda/app/tasklist/default/");
			String token = caller.cookie("XSRF-TOKEN").orElse("");
			var answer = caller.send("POST", path, NEW_ADMINISTRATOR,
					(request) -> request.header("X-XSRF-TOKEN", token));
			assertThat(answer.statusCode()).isBetween(300, 499);
			assertThat(this.identities.createUserQuery().userId("mallory").count()).isZero();
		}
	}

	@Test
	void theSetupPageIsShutToo() {
		assertThat(Caller.browser(this.port, "tier1").get("/camunda/app/admin/default/setup/").statusCode())
			.isEqualTo(403);
		assertThat(Caller.stranger(this.port).get("/camunda/app/admin/default/setup/").statusCode()).isEqualTo(302);
	}

	@Test
	void thePasswordChecksOfTheEngineAreShut() {
		String guess = "{\"username\":\"supervisor\",\"password\":\"supervisor\"}";
		assertThat(Caller.program(this.port, "tier1").post("/engine-rest/identity/verify", guess).statusCode())
			.isEqualTo(403);
		assertThat(Caller.program(this.port, "tier1")
			.form("/camunda/api/admin/auth/user/default/login/tasklist", "username=supervisor&password=supervisor")
			.statusCode()).isEqualTo(403);
	}

}
