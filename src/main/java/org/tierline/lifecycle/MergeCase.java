package org.tierline.lifecycle;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;
import org.tierline.patches.CaseDefects;

import org.springframework.stereotype.Component;

/**
 * The customer is served in the surviving case from now on; a defect stops waiting for
 * this one.
 */
@Component
class MergeCase extends CaseStep {

	private final Casework casework;

	private final CaseDefects defects;

	MergeCase(Casework casework, CaseDefects defects) {
		this.casework = casework;
		this.defects = defects;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		CaseNumber survivor = new CaseNumber(answers.text("survivor"));
		this.defects.untie(number, Actors.current(), "the case was merged into " + survivor);
		this.casework.merge(number, survivor, Actors.current());
	}

}
