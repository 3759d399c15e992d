package org.tierline.lifecycle;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;
import org.tierline.patches.CaseDefects;

import org.springframework.stereotype.Component;

/** The customer needs no help any more; a defect stops waiting for this case. */
@Component
class WithdrawCase extends CaseStep {

	private final Casework casework;

	private final CaseDefects defects;

	WithdrawCase(Casework casework, CaseDefects defects) {
		this.casework = casework;
		this.defects = defects;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		this.defects.untie(number, Actors.current(), "the case was withdrawn");
		this.casework.withdraw(number, Actors.current(), answers.text("reason"));
	}

}
