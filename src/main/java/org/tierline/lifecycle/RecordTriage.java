package org.tierline.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;
import org.tierline.cases.Tier;

import org.springframework.stereotype.Component;

/**
 * Keeps who triaged, and when the customer wishes to be called; the outcome steers the
 * case.
 */
@Component
class RecordTriage extends CaseStep {

	private final Casework casework;

	private final Clock clock;

	RecordTriage(Casework casework, Clock clock) {
		this.casework = casework;
		this.clock = clock;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		Instant callBackAt = answers.ahead("callBackAt", this.clock.instant());
		this.casework.workedOn(number, Tier.ONE, Actors.current());
		if (callBackAt != null) {
			this.casework.wishCall(number, callBackAt);
			answers.pass("callBackAt", Date.from(callBackAt));
		}
	}

}
