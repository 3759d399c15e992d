package org.tierline.lifecycle;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;
import org.tierline.engine.NotDue;

import org.springframework.stereotype.Component;

/** The customer agreed, or said nothing for the confirmation period. */
@Component
class CloseCase extends CaseStep {

	private final Casework casework;

	CloseCase(Casework casework) {
		this.casework = casework;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		String reason = answers.text("closingReason");
		if (reason == null) {
			refuseEarly(number);
		}
		this.casework.close(number, Actors.current(), reason);
	}

	/**
	 * The resolution's row decides, not the timer: one that was migrated or moved, or
	 * whose period waits or has begun anew meanwhile, goes back to its date (F29).
	 */
	private void refuseEarly(CaseNumber number) {
		if (!this.casework.consents(number)) {
			throw new NotDue("The confirmation period of case " + number + " is not over now");
		}
	}

}
