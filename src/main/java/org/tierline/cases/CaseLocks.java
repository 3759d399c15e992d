package org.tierline.cases;

import java.util.Arrays;

import org.springframework.stereotype.Component;

/** Takes a case for whoever changes it, if its state allows that. */
@Component
class CaseLocks {

	static final Status[] WORKED_ON = { Status.OPEN, Status.WAITING_FOR_CUSTOMER, Status.WAITING_FOR_PATCH };

	private final CaseRows rows;

	CaseLocks(CaseRows rows) {
		this.rows = rows;
	}

	SupportCase get(CaseNumber number) {
		return this.rows.find(number).orElseThrow(() -> new NoSuchCase(number));
	}

	SupportCase lock(CaseNumber number, Status... allowed) {
		SupportCase supportCase = this.rows.lock(number).orElseThrow(() -> new NoSuchCase(number));
		if (allowed.length > 0 && !Arrays.asList(allowed).contains(supportCase.status())) {
			throw new StateForbids("Case " + number + " is " + supportCase.status().code());
		}
		return supportCase;
	}

}
