package org.tierline.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** An answer of the doors to programs: RFC 9457, saying no more than it must. */
record Problem(HttpStatus status, String detail) {

	static final Problem UNCLEAR = new Problem(HttpStatus.BAD_REQUEST, "The path is unclear.");

	static final Problem NOBODY = new Problem(HttpStatus.UNAUTHORIZED, "Log in first.");

	static final Problem NOT_YOURS = new Problem(HttpStatus.FORBIDDEN, "This is not for you.");

	static final Problem TOO_MANY = new Problem(HttpStatus.TOO_MANY_REQUESTS, "Too many calls; wait a little.");

	static Problem tooLarge(long megabytes) {
		return new Problem(HttpStatus.PAYLOAD_TOO_LARGE, "The body is too large: it may have " + megabytes + " MB.");
	}

	void answer(HttpServletResponse response) throws IOException {
		if (response.isCommitted()) {
			return;
		}
		response.setStatus(this.status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.getWriter()
			.write("{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"errors\":[]}"
				.formatted(this.status.getReasonPhrase(), this.status.value(), this.detail));
		response.flushBuffer();
	}

	void answer(HttpServletResponse response, Duration retryAfter) throws IOException {
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, retryAfter.toSeconds())));
		answer(response);
	}

}
