package org.tierline.desk;

import org.tierline.cases.CaseNumber;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Reads the case number in a path. */
final class Numbers {

	private Numbers() {
	}

	static CaseNumber read(String text) {
		return CaseNumber.parse(text)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no case " + text));
	}

}
