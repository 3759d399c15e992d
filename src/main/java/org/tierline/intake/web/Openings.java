package org.tierline.intake.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.InputRefused;
import org.tierline.lifecycle.SupportCaseProcess;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a case once, however often the same opening is sent: key and case in one
 * transaction.
 */
@Service
class Openings {

	private static final int LONGEST_KEY = 200;

	private final SupportCaseProcess process;

	private final Idempotency keys;

	Openings(SupportCaseProcess process, Idempotency keys) {
		this.process = process;
		this.keys = keys;
	}

	@Transactional
	Opened open(OpeningRequest request, String login, String key) {
		if (key == null || key.isBlank()) {
			return new Opened(this.process.open(request.opening()), true);
		}
		if (key.length() > LONGEST_KEY) {
			throw new InputRefused("Idempotency-Key", "is longer than " + LONGEST_KEY + " characters");
		}
		Optional<CaseNumber> earlier = this.keys.claim(login, key, hash(request));
		return earlier.map((number) -> new Opened(number, false)).orElseGet(() -> openOnce(request, login, key));
	}

	private Opened openOnce(OpeningRequest request, String login, String key) {
		CaseNumber number = this.process.open(request.opening());
		this.keys.keep(login, key, number);
		return new Opened(number, true);
	}

	/**
	 * Of what was understood, so that white space and order of fields make no other body.
	 */
	private static byte[] hash(OpeningRequest request) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(request.toString().getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What became of an opening.
	 *
	 * @param anew false if an earlier call with the same key opened it
	 */
	record Opened(CaseNumber number, boolean anew) {
	}

}
