package org.tierline.access;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierline.TierlineTest;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@TierlineTest
class DoorTests {

	@LocalServerPort
	int port;

	@ParameterizedTest
	@ValueSource(strings = { "/api/cases", "/api/anything", "/engine-rest/task", "/engine-rest/engine",
			"/engine-rest/version", "/v3/api-docs", "/camunda/api/engine/engine/default/task",
			"/camunda/api/admin/auth/user/default" })
	void aStrangerWhoCallsIsToldToLogIn(String path) {
		HttpResponse<String> answer = Caller.stranger(this.port).get(path);
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.headers().firstValue("Content-Type"))
			.hasValueSatisfying((type) -> assertThat(type).startsWith("application/problem+json"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/cases", "/api/releases", "/engine-rest/task", "/engine-rest/deployment/create" })
	void aStrangerWhoWouldChangeSomethingIsToldToLogInToo(String path) {
		assertThat(Caller.stranger(this.port).post(path, "{}").statusCode()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/camunda", "/camunda/", "/camunda/app/tasklist/default/",
			"/camunda/app/cockpit/default/", "/swagger-ui.html", "/swagger-ui/index.html", "/board", "/nowhere" })
	void aStrangerWhoBrowsesComesToTheLoginPage(String path) {
		HttpResponse<String> answer = Caller.stranger(this.port).get(path);
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
	}

	@Test
	void aPageThatDoesNotExistIsAPageAndNotJson() {
		HttpResponse<String> answer = Caller.browser(this.port, "tier1")
			.send("GET", "/nowhere", null, (request) -> request.header("Accept", "text/html"));
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
	}

	@ParameterizedTest
	@CsvSource({ "/login, text/html", "/actuator/health, application/", "/access/login.css, text/css" })
	void theLoginPageAndHealthAreOpen(String path, String type) {
		HttpResponse<String> answer = Caller.stranger(this.port).get(path);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
	}

	@Test
	void onlyHealthOfTheActuatorExists() {
		assertThat(Caller.program(this.port, "admin").get("/actuator/env").statusCode()).isEqualTo(403);
		assertThat(Caller.program(this.port, "admin").get("/actuator").statusCode()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tier1", "tier2", "tier3", "release-manager", "supervisor", "process-owner", "integration",
			"admin" })
	void everyLoginComesInByPasswordAndByPage(String login) {
		assertThat(Caller.program(this.port, login).get("/engine-rest/task").statusCode()).isEqualTo(200);
		Caller browser = Caller.browser(this.port, login);
		assertThat(browser.get("/engine-rest/task").statusCode()).isEqualTo(200);
		assertThat(browser.get("/v3/api-docs").statusCode()).isEqualTo(200);
		assertThat(browser.get("/swagger-ui/index.html").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "tier1, tier2", "tier1, ''", "nobody, nobody", "TIER1, tier1", "'ti\u0000er1', tier1" })
	void aWrongPasswordOrLoginIsRefused(String login, String password) {
		assertThat(Caller.program(this.port, login, password).get("/engine-rest/task").statusCode()).isEqualTo(401);
		HttpResponse<String> page = Caller.stranger(this.port).logIn(login, password);
		assertThat(page.statusCode()).isEqualTo(302);
		assertThat(page.headers().firstValue("Location"))
			.hasValueSatisfying((location) -> assertThat(location).endsWith("/login?error"));
	}

	@Test
	void programsAreChallengedAndBrowsersAreNot() {
		Caller stranger = Caller.stranger(this.port);
		assertThat(stranger.get("/api/cases").headers().firstValue("WWW-Authenticate")).isPresent();
		HttpResponse<String> script = stranger.send("GET", "/api/cases", null,
				(request) -> request.header("Sec-Fetch-Mode", "cors"));
		assertThat(script.headers().firstValue("WWW-Authenticate")).isEmpty();
	}

	@Test
	void aCallWithAPasswordMakesNoSession() {
		Caller program = Caller.program(this.port, "tier1");
		program.get("/engine-rest/task");
		assertThat(program.cookie("JSESSIONID")).isEmpty();
	}

	@Test
	void aCallUnderASessionNeedsItsToken() {
		Caller browser = Caller.browser(this.port, "tier1");
		assertThat(browser.post("/engine-rest/task/count", "{}").statusCode()).isEqualTo(403);
		String token = browser.cookie(CsrfCookie.COOKIE).orElseThrow();
		assertThat(browser
			.send("POST", "/engine-rest/task/count", "{}", (request) -> request.header(CsrfCookie.HEADER, token))
			.statusCode()).isEqualTo(200);
		assertThat(browser
			.send("POST", "/engine-rest/task/count", "{}", (request) -> request.header(CsrfCookie.HEADER, "forged"))
			.statusCode()).isEqualTo(403);
	}

	@Test
	void aMadeUpPasswordDoesNotGoRoundTheTokenOfASession() {
		Caller browser = Caller.browser(this.port, "tier1");
		assertThat(browser
			.send("POST", "/engine-rest/task/count", "{}", (request) -> request.header("Authorization", "Basic x"))
			.statusCode()).isEqualTo(401);
		assertThat(browser
			.send("POST", "/engine-rest/task/count", "{}", (request) -> request.header("Authorization", "Bearer x"))
			.statusCode()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "cross-site", "same-site" })
	void anotherSiteCannotUseTheBrowsersPassword(String site) {
		assertThat(Caller.program(this.port, "tier1")
			.send("POST", "/engine-rest/task/count", "{}", (request) -> request.header("Sec-Fetch-Site", site))
			.statusCode()).isEqualTo(403);
		assertThat(Caller.program(this.port, "tier1")
			.send("POST", "/engine-rest/task/count", "{}", (request) -> request.header("Sec-Fetch-Site", "same-origin"))
			.statusCode()).isEqualTo(200);
	}

	@Test
	void aLinkFromElsewhereOpensTheProduct() {
		HttpResponse<String> answer = Caller.browser(this.port, "tier1")
			.send("GET", "/camunda/app/tasklist/default/", null,
					(request) -> request.header("Sec-Fetch-Site", "cross-site").header("Sec-Fetch-Mode", "navigate"));
		assertThat(answer.statusCode()).isEqualTo(200);
	}

	@Test
	void tasklistOpensAfterTheOneLoginAndKeepsItsPolicy() {
		Caller browser = Caller.browser(this.port, "tier1");
		HttpResponse<String> tasklist = browser.get("/camunda/app/tasklist/default/");
		assertThat(tasklist.statusCode()).isEqualTo(200);
		assertThat(tasklist.headers().firstValue("Content-Security-Policy").orElse("")).contains("nonce-");
		assertThat(browser.get("/camunda/api/admin/auth/user/default").body()).contains("\"userId\":\"tier1\"")
			.contains("tasklist")
			.doesNotContain("cockpit");
		assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isNotEqualTo(200);
	}

	@Test
	void tasklistOffersNothingThatTechniciansCannotUse() {
		Caller browser = Caller.browser(this.port, "tier1");
		assertThat(browser.get("/camunda/app/tasklist/styles/user-styles.css").body()).contains(".create-task-action",
				".createCommentLink", ".due-date");
	}

	@Test
	void aWebappCallNeedsTheWebappsToken() {
		Caller browser = Caller.browser(this.port, "tier1");
		browser.get("/camunda/app/tasklist/default/");
		String token = browser.cookie("XSRF-TOKEN").orElseThrow();
		String count = "/camunda/api/engine/engine/default/task/count";
		assertThat(browser.send("POST", count, "{}", (request) -> request.header("X-XSRF-TOKEN", token)).statusCode())
			.isEqualTo(200);
		assertThat(browser.post(count, "{}").statusCode()).isEqualTo(403);
	}

	@Test
	void theLogoutButtonOfTasklistEndsTheWholeSession() {
		Caller browser = Caller.browser(this.port, "tier1");
		browser.get("/camunda/app/tasklist/default/");
		String token = browser.cookie("XSRF-TOKEN").orElseThrow();
		assertThat(browser
			.send("POST", "/camunda/api/admin/auth/user/default/logout", null,
					(request) -> request.header("X-XSRF-TOKEN", token))
			.statusCode()).isEqualTo(200);
		assertThat(browser.get("/engine-rest/task").statusCode()).isEqualTo(401);
		assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
	}

	@Test
	void afterLoginEachPersonComesToItsWork() {
		assertThat(location("tier1")).endsWith(Home.TASKLIST);
		assertThat(location("process-owner")).endsWith("/camunda/app/cockpit/default/");
	}

	private String location(String login) {
		return Caller.browser(this.port, login).get("/").headers().firstValue("Location").orElse("");
	}

	@ParameterizedTest
	@CsvSource({ "/api/cases, 1100000, 413", "/engine-rest/message, 1100000, 413",
			"/engine-rest/deployment/create, 10600000, 413" })
	void aBodyThatIsTooLargeIsRefused(String path, int size, int status) {
		assertThat(Caller.program(this.port, "tier1").post(path, "x".repeat(size)).statusCode()).isEqualTo(status);
		HttpResponse<String> chunked = Caller.program(this.port, "tier1")
			.send("POST", path, null,
					(request) -> request.header("Content-Type", "application/json")
						.POST(HttpRequest.BodyPublishers
							.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[size]))));
		assertThat(chunked.statusCode()).isEqualTo(status);
	}

}
