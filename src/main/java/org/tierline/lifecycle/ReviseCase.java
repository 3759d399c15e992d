package org.tierline.lifecycle;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;
import org.tierline.cases.Impact;
import org.tierline.cases.Urgency;
import org.tierline.patches.CaseDefects;

import org.springframework.stereotype.Component;

/** The new assessment counts: severity, clocks, timers and tasks follow (R20). */
@Component
class ReviseCase extends CaseStep {

	private final Casework casework;

	private final CaseTimers timers;

	private final CaseTask tasks;

	private final CaseDefects defects;

	private final PatchPipeline pipeline;

	ReviseCase(Casework casework, CaseTimers timers, CaseTask tasks, CaseDefects defects, PatchPipeline pipeline) {
		this.casework = casework;
		this.timers = timers;
		this.tasks = tasks;
		this.defects = defects;
		this.pipeline = pipeline;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		this.casework.revise(number, answers.word("impact", Impact.class), answers.word("urgency", Urgency.class),
				StartClocks.severity(answers), StartClocks.targets(answers), Actors.current(), answers.text("reason"));
		this.timers.follow(number);
		this.tasks.follow(number, answers.execution().getProcessInstanceId());
		this.defects.of(number).ifPresent(this.pipeline::defectChanged);
	}

}
