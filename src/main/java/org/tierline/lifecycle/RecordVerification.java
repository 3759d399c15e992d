package org.tierline.lifecycle;

import org.tierline.cases.Cases;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.DefectWork;
import org.tierline.patches.Defects;

import org.springframework.stereotype.Component;

/** The fix holds, or goes back to development. */
@Component
class RecordVerification extends PipelineStep {

	private final Cases cases;

	private final Defects defects;

	private final DefectWork work;

	RecordVerification(Cases cases, Defects defects, DefectWork work) {
		this.cases = cases;
		this.defects = defects;
		this.work = work;
	}

	@Override
	void run(DefectNumber number, Answers answers) {
		boolean verified = answers.flag("verified");
		if (verified) {
			// The early fix goes to these cases in this transaction: cases come first.
			this.work.waitingWithPriority(number).forEach(this.cases::lock);
		}
		this.work.lock(number);
		DefectState state = verified ? DefectState.FIXED : DefectState.IN_DEVELOPMENT;
		this.work.move(number, state, Actors.current(), answers.text("verificationNote"));
		answers.pass("priorityUpdatesWaiting", !this.work.waitingWithPriority(number).isEmpty());
		answers.pass("releaseKnown", this.defects.get(number).release() != null);
	}

}
