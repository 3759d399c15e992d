package org.tierline.lifecycle;

import org.tierline.cases.Visibility;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;

import org.springframework.stereotype.Component;

/** Tier 1 tells Tier 2 what it found out (R11). */
@Component
class RecordAssistance extends CaseStep {

	private final Casework casework;

	RecordAssistance(Casework casework) {
		this.casework = casework;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		this.casework.post(number, Actors.current(), Visibility.INTERNAL, answers.text("note"));
	}

}
