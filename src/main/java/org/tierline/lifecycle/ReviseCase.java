package org.tierline.lifecycle;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;
import org.tierline.cases.Impact;
import org.tierline.cases.Urgency;

import org.springframework.stereotype.Component;

/** The new assessment counts: severity, clocks, timers and tasks follow (R20). */
@Component
class ReviseCase extends CaseStep {

	private final Casework casework;

	private final CaseTimers timers;

	private final CaseTask tasks;

	ReviseCase(Casework casework, CaseTimers timers, CaseTask tasks) {
		this.casework = casework;
		this.timers = timers;
		this.tasks = tasks;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		this.casework.revise(number, answers.word("impact", Impact.class), answers.word("urgency", Urgency.class),
				StartClocks.severity(answers), StartClocks.targets(answers), Actors.current(), answers.text("reason"));
		this.timers.follow(number);
		this.tasks.follow(number, answers.execution().getProcessInstanceId());
	}

}
