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

	ResolveCase(Casework casework, CaseTimers timers) {
		this.casework = casework;
		this.timers = timers;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		ResolutionKind kind = answers.word("resolutionKind", ResolutionKind.class);
		this.casework.resolve(number, kind, answers.text("message"), Actors.current());
		this.timers.follow(number);
	}

}
