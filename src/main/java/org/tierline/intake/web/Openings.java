package org.tierline.intake.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.InputRefused;
import org.tierline.cases.Opening;
import org.tierline.lifecycle.SupportCaseProcess;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/**
 * Opens a case once, however often the same opening is sent: key, case and files in one
 * transaction.
 */
@Service
class Openings {

	private static final int LONGEST_KEY = 200;

	private final SupportCaseProcess process;

	private final Uploads uploads;

	private final Idempotency keys;

	private final CaseViews views;

	Openings(SupportCaseProcess process, Uploads uploads, Idempotency keys, CaseViews views) {
		this.process = process;
		this.uploads = uploads;
		this.keys = keys;
		this.views = views;
	}

	@Transactional
	Opened open(OpeningRequest request, List<MultipartFile> files, String login, String key) {
		if (key == null || key.isBlank()) {
			return opened(open(request, files));
		}
		if (key.length() > LONGEST_KEY) {
			throw new InputRefused("Idempotency-Key", "is longer than " + LONGEST_KEY + " characters");
		}
		Optional<CaseNumber> earlier = this.keys.claim(login, key, hash(request, files));
		return earlier.map((number) -> new Opened(this.views.of(number), false))
			.orElseGet(() -> openOnce(request, files, login, key));
	}

	private Opened openOnce(OpeningRequest request, List<MultipartFile> files, String login, String key) {
		CaseNumber number = open(request, files);
		this.keys.keep(login, key, number);
		return opened(number);
	}

	/** Here most of it is still remembered as it was written. */
	private Opened opened(CaseNumber number) {
		return new Opened(this.views.opened(number), true);
	}

	private CaseNumber open(OpeningRequest request, List<MultipartFile> files) {
		Opening opening = request.opening();
		CaseNumber number = this.process.open(opening);
		this.uploads.keep(number, null, files, opening.contact().email());
		return number;
	}

	/**
	 * Of what was understood, so that white space and order of fields make no other body.
	 */
	private static byte[] hash(OpeningRequest request, List<MultipartFile> files) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(request.toString().getBytes(StandardCharsets.UTF_8));
			Uploads.digest(files, digest);
			return digest.digest();
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
	record Opened(CaseView view, boolean anew) {
	}

}
