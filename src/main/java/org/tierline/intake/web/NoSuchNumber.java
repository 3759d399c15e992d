package org.tierline.intake.web;

import org.tierline.cases.CaseNumber;

/** What stands in the path is no case number, so there is no such case. */
class NoSuchNumber extends RuntimeException {

	NoSuchNumber(String text) {
		super("There is no case " + text);
	}

	static CaseNumber read(String text) {
		return CaseNumber.parse(text).orElseThrow(() -> new NoSuchNumber(text));
	}

}
