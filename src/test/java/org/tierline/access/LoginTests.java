package org.tierline.access;

import java.net.http.HttpResponse;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.Logins;
import org.tierline.TierlineTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@TierlineTest
class LoginTests {

	private static final String PATH = "/engine-rest/task/count";

	@LocalServerPort
	int port;

	@Autowired
	IdentityService identities;

	@BeforeEach
	void kimStarts() {
		Logins.add(this.identities, "kim", "Kim", "Park", "tier1");
	}

	@AfterEach
	void kimLeaves() {
		this.identities.deleteUser("kim");
	}

	@Test
	void aChangedPasswordCountsAtOnce() {
		Caller session = Caller.browser(this.port, "kim");
		assertThat(status("kim")).isEqualTo(200);
		changePassword("another");
		assertThat(status("kim")).isEqualTo(401);
		assertThat(status("another")).isEqualTo(200);
		assertThat(session.get(PATH).statusCode()).isEqualTo(401);
	}

	@Test
	void aDeletedLoginIsShutOutAtOnce() {
		Caller session = Caller.browser(this.port, "kim");
		assertThat(status("kim")).isEqualTo(200);
		this.identities.deleteUser("kim");
		assertThat(status("kim")).isEqualTo(401);
		assertThat(session.get(PATH).statusCode()).isEqualTo(401);
	}

	@Test
	void aLostGroupCountsAtOnce() {
		assertThat(assess()).isNotEqualTo(403);
		this.identities.deleteMembership("kim", "tier1");
		assertThat(assess()).isEqualTo(403);
	}

	@Test
	void storedPasswordsAreHashedSlowly() {
		assertThat(this.identities.createUserQuery().userId("kim").singleResult().getPassword()).startsWith("{PBKDF2}");
	}

	@Test
	void whoeverGuessesIsSlowedDownAndThenNotEvenTheRightPasswordHelps() {
		guessUntilSlowedDown();
		HttpResponse<String> refused = guess("lee");
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
		HttpResponse<String> page = Caller.stranger(this.port).logIn("lee", "lee");
		assertThat(page.statusCode()).isEqualTo(429);
		assertThat(page.headers().firstValue("Retry-After")).isPresent();
		assertThat(status("kim")).isEqualTo(200);
	}

	/** On a slow machine a few more than ten: one is forgiven every six seconds. */
	private void guessUntilSlowedDown() {
		int guesses = 1;
		while (guesses <= 200 && guess("wrong" + guesses).statusCode() == 401) {
			guesses++;
		}
		assertThat(guesses).isBetween(11, 200);
	}

	private HttpResponse<String> guess(String password) {
		return Caller.program(this.port, "lee", password).get(PATH);
	}

	private int status(String password) {
		return Caller.program(this.port, "kim", password).get(PATH).statusCode();
	}

	private int assess() {
		return Caller.program(this.port, "kim").send("PUT", "/api/cases/SC-1/assessment", "{}", (request) -> {
		}).statusCode();
	}

	private void changePassword(String password) {
		User kim = this.identities.createUserQuery().userId("kim").singleResult();
		kim.setPassword(password);
		this.identities.saveUser(kim);
	}

}
