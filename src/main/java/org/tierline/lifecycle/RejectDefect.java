package org.tierline.lifecycle;

import java.util.List;
import java.util.Map;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Status;
import org.tierline.patches.CaseDefects;
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

	private final CaseMessages messages;

	private final Defects defects;

	private final DefectWork work;

	private final CaseDefects ties;

	RejectDefect(Cases cases, CaseMessages messages, Defects defects, DefectWork work, CaseDefects ties) {
		this.cases = cases;
		this.messages = messages;
		this.defects = defects;
		this.work = work;
		this.ties = ties;
	}

	@Override
	void run(DefectNumber number, Answers answers) {
		List<DefectStep> steps = this.defects.steps(number);
		DefectStep rejection = steps.get(steps.size() - 1);
		List<CaseNumber> batch = this.work.tied(number, BATCH);
		// All before the first: an untied case locks its defect.
		this.cases.lock(batch);
		batch.forEach((supportCase) -> giveBack(supportCase, number, rejection));
		answers.pass("batchLeft", !this.work.tied(number, 1).isEmpty());
	}

	private void giveBack(CaseNumber number, DefectNumber defect, DefectStep rejection) {
		boolean waits = this.cases.lock(number).status() == Status.WAITING_FOR_PATCH;
		this.ties.untie(number, rejection.who(), rejection.note());
		if (waits) {
			this.messages.send(number, SupportCaseModel.DEFECT_REJECTED,
					Map.of("reason", defect + " " + rejection.note()));
		}
	}

}
