package org.tierline.lifecycle;

import org.tierline.cases.ResolutionKind;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;

import org.springframework.stereotype.Component;

/** Tells the customer the solution and begins the confirmation period (R6). */
@Component
class ResolveCase extends CaseStep {

	private final Casework casework;

	private final CaseTimers timers;

	private final CaseTask tasks;

	ResolveCase(Casework casework, CaseTimers timers, CaseTask tasks) {
		this.casework = casework;
		this.timers = timers;
		this.tasks = tasks;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		ResolutionKind kind = answers.word("resolutionKind", ResolutionKind.class);
		this.casework.resolve(number, kind, answers.text("message"), Actors.current());
		if (this.tasks.isFollowedUp(number)) {
			// The customer wrote while the patch was awaited, and nobody has answered
			// yet.
			this.casework.holdConfirmation(number);
		}
		this.timers.follow(number);
	}

}
