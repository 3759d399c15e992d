package org.tierline.lifecycle;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Casework;
import org.tierline.cases.Status;
import org.tierline.cases.SupportCase;
import org.tierline.cases.Tier;

import org.springframework.stereotype.Component;

/**
 * Decides who deals with what the customer wrote: whoever has the case's task, or, where
 * no task stands (Tier 3, resolved), somebody with a follow-up.
 */
@Component
class NoteCustomerMessage extends CaseStep {

	private final Cases cases;

	private final Casework casework;

	private final CaseTimers timers;

	private final CaseTask tasks;

	NoteCustomerMessage(Cases cases, Casework casework, CaseTimers timers, CaseTask tasks) {
		this.cases = cases;
		this.casework = casework;
		this.timers = timers;
		this.tasks = tasks;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		SupportCase supportCase = this.cases.lock(number);
		boolean noTask = supportCase.status() == Status.WAITING_FOR_PATCH || supportCase.status() == Status.RESOLVED;
		// One follow-up deals with all that was written until then.
		answers.pass("followUpNeeded", noTask && !this.tasks.isOpen(number, SupportCaseModel.FOLLOW_UP));
		answers.pass("followUpGroup", solver(supportCase).group());
		if (supportCase.status() == Status.RESOLVED) {
			this.casework.holdConfirmation(number);
			this.timers.follow(number);
		}
	}

	private static Tier solver(SupportCase supportCase) {
		return (supportCase.status() == Status.RESOLVED && supportCase.tier() == Tier.ONE) ? Tier.ONE : Tier.TWO;
	}

}
