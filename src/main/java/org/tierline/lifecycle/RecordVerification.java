package org.tierline.lifecycle;

import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.DefectWork;
import org.tierline.patches.Defects;

import org.springframework.stereotype.Component;

/** The fix holds, or goes back to development. */
@Component
class RecordVerification extends PipelineStep {

	private final Defects defects;

	private final DefectWork work;

	RecordVerification(Defects defects, DefectWork work) {
		this.defects = defects;
		this.work = work;
	}

	@Override
	void run(DefectNumber number, Answers answers) {
		boolean verified = answers.flag("verified");
		this.work.lock(number);
		DefectState state = verified ? DefectState.FIXED : DefectState.IN_DEVELOPMENT;
		this.work.move(number, state, Actors.current(), answers.text("verificationNote"));
		answers.pass("priorityUpdatesWaiting", this.work.isAwaitedWithPriority(number));
		answers.pass("releaseKnown", this.defects.get(number).release() != null);
	}

}
