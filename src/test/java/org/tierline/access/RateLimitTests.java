package org.tierline.access;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitTests {

	private final RateLimit limit = new RateLimit(5, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

	@AfterEach
	void leave() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void aLoginThatCallsTooOftenIsToldWhenToComeBackAndOthersGoOn() {
		assertThat(IntStream.range(0, 5).map((call) -> call("wild").getStatus())).containsOnly(200);
		MockHttpServletResponse refused = call("wild");
		assertThat(refused.getStatus()).isEqualTo(429);
		assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
		assertThat(call("calm").getStatus()).isEqualTo(200);
	}

	private MockHttpServletResponse call(String login) {
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(login, null));
		MockHttpServletResponse response = new MockHttpServletResponse();
		try {
			this.limit.doFilter(new MockHttpServletRequest(), response, new MockFilterChain());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		return response;
	}

}
