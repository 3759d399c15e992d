package org.tierline.lifecycle;

import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.DefectWork;
import org.tierline.patches.ReleaseWork;

import org.springframework.stereotype.Component;

/** Developed, or why not; a rejected defect is in no release. */
@Component
class RecordDevelopment extends PipelineStep {

	private final DefectWork work;

	private final ReleaseWork releases;

	RecordDevelopment(DefectWork work, ReleaseWork releases) {
		this.work = work;
		this.releases = releases;
	}

	@Override
	void run(DefectNumber number, Answers answers) {
		this.work.lock(number);
		String note = answers.text("fixNote");
		String outcome = answers.text("outcome");
		if (outcome.equals("fixed")) {
			this.work.move(number, DefectState.IN_VERIFICATION, Actors.current(), note);
		}
		else {
			this.work.move(number, DefectState.REJECTED, Actors.current(), outcome + ": " + note);
			this.releases.exclude(number, Actors.current(), outcome);
		}
	}

}
