package org.tierline.lifecycle;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Casework;
import org.tierline.cases.InputRefused;
import org.tierline.cases.Status;
import org.tierline.cases.Visibility;

import org.springframework.stereotype.Component;

/** What a person made of the customer's message to a case without a standing task. */
@Component
class RecordFollowUp extends CaseStep {

	private final Cases cases;

	private final Casework casework;

	private final CaseTimers timers;

	RecordFollowUp(Cases cases, Casework casework, CaseTimers timers) {
		this.cases = cases;
		this.casework = casework;
		this.timers = timers;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		String outcome = answers.text("outcome");
		Status status = this.cases.lock(number).status();
		boolean resolved = status == Status.RESOLVED;
		refuseImpossible(outcome, status);
		boolean replied = outcome.equals("reply");
		if (replied) {
			this.casework.post(number, Actors.current(), Visibility.PUBLIC, answers.text("message"));
		}
		if (resolved && !outcome.equals("reopen")) {
			this.casework.releaseConfirmation(number, replied);
		}
		this.timers.follow(number);
	}

	/** The case may have moved on since the customer wrote. */
	private static void refuseImpossible(String outcome, Status status) {
		if (outcome.equals("workaround") && status != Status.WAITING_FOR_PATCH) {
			throw new InputRefused("outcome", "cannot be workaround: the case is " + status.code());
		}
		if (outcome.equals("reopen") && status != Status.RESOLVED) {
			throw new InputRefused("outcome", "cannot be reopen: the case is " + status.code());
		}
	}

}
