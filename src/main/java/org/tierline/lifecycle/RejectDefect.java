package org.tierline.lifecycle;

import java.util.List;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectStep;
import org.tierline.patches.DefectWork;
import org.tierline.patches.Defects;

import org.springframework.stereotype.Component;

/** There will be no patch: every waiting case returns to Tier 2, a batch at a time. */
@Component
class RejectDefect extends PipelineStep {

	static final int BATCH = 50;

	private final Cases cases;

	private final Defects defects;

	private final DefectWork work;

	private final ReturnedCases returned;

	RejectDefect(Cases cases, Defects defects, DefectWork work, ReturnedCases returned) {
		this.cases = cases;
		this.defects = defects;
		this.work = work;
		this.returned = returned;
	}

	@Override
	void run(DefectNumber number, Answers answers) {
		List<DefectStep> steps = this.defects.steps(number);
		DefectStep rejection = steps.get(steps.size() - 1);
		List<CaseNumber> batch = this.work.tied(number, BATCH);
		// All before the first: an untied case locks its defect.
		this.cases.lock(batch);
		batch.forEach((supportCase) -> this.returned.giveBack(supportCase, number, rejection.who(), rejection.note()));
		answers.pass("batchLeft", !this.work.tied(number, 1).isEmpty());
	}

}
