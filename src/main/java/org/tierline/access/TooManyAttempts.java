package org.tierline.access;

import java.time.Duration;

import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords were tried; a further one is not even looked at yet. */
class TooManyAttempts extends AuthenticationException {

	private final transient Duration wait;

	TooManyAttempts(Duration wait) {
		super("too many failed logins");
		this.wait = wait;
	}

	Duration getWait() {
		return this.wait;
	}

}
