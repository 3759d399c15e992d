package org.tierline.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FailedLoginsTests {

	private Instant now = Instant.EPOCH;

	private final FailedLogins logins = new FailedLogins(new Clock() {

		@Override
		public Instant instant() {
			return FailedLoginsTests.this.now;
		}

		@Override
		public ZoneOffset getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(java.time.ZoneId zone) {
			return this;
		}

	});

	@Test
	void afterTenWrongGuessesTheNextAttemptWaits() {
		fail(9);
		assertThatCode(this::check).doesNotThrowAnyException();
		fail(1);
		assertThatExceptionOfType(TooManyAttempts.class).isThrownBy(this::check);
		this.now = this.now.plus(Duration.ofSeconds(6));
		assertThatCode(this::check).doesNotThrowAnyException();
	}

	@Test
	void theWaitIsForThatLoginFromThatAddressAlone() {
		fail(10);
		assertThatCode(() -> this.logins.check("kim", "10.0.0.1")).doesNotThrowAnyException();
		assertThatCode(() -> this.logins.check("lee", "10.0.0.2")).doesNotThrowAnyException();
	}

	@Test
	void whoeverKnowsThePasswordBeginsAnew() {
		fail(10);
		this.logins.succeeded("lee", "10.0.0.1");
		assertThatCode(this::check).doesNotThrowAnyException();
	}

	private void fail(int times) {
		for (int i = 0; i < times; i++) {
			this.logins.failed("lee", "10.0.0.1");
		}
	}

	private void check() {
		this.logins.check("lee", "10.0.0.1");
	}

}
