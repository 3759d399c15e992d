package org.tierline.lifecycle;

import java.util.List;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.patches.Defect;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.DefectStep;
import org.tierline.patches.DefectWork;
import org.tierline.patches.Defects;

import org.springframework.stereotype.Component;

/**
 * Every case of a duplicate goes to the defect that stays, a batch at a time; if that one
 * was merged or rejected meanwhile, to where its own cases went.
 */
@Component
class MergeDefect extends PipelineStep {

	static final int BATCH = 50;

	private final Cases cases;

	private final Defects defects;

	private final DefectWork work;

	private final MovedCases moved;

	private final ReturnedCases returned;

	private final PatchPipeline pipeline;

	MergeDefect(Cases cases, Defects defects, DefectWork work, MovedCases moved, ReturnedCases returned,
			PatchPipeline pipeline) {
		this.cases = cases;
		this.defects = defects;
		this.work = work;
		this.moved = moved;
		this.returned = returned;
		this.pipeline = pipeline;
	}

	@Override
	void run(DefectNumber number, Answers answers) {
		List<CaseNumber> batch = this.work.tied(number, BATCH);
		batch.forEach(this.cases::lock);
		Defect survivor = lockSurvivor(number);
		if (survivor.state() == DefectState.REJECTED) {
			DefectStep rejection = last(survivor.number());
			batch.forEach((one) -> this.returned.giveBack(one, survivor.number(), rejection.who(), rejection.note()));
		}
		else {
			String who = last(number).who();
			batch.forEach((one) -> this.moved.move(one, number, survivor, who));
			this.pipeline.defectChanged(survivor.number());
		}
		answers.pass("batchLeft", !this.work.tied(number, 1).isEmpty());
	}

	/** Locked, so that a case that moves sees the publication of the survivor (R13). */
	private Defect lockSurvivor(DefectNumber number) {
		DefectNumber survivor = this.defects.survivor(number);
		this.work.lock(survivor);
		return this.defects.survivor(number).equals(survivor) ? this.defects.get(survivor) : lockSurvivor(number);
	}

	private DefectStep last(DefectNumber number) {
		List<DefectStep> steps = this.defects.steps(number);
		return steps.get(steps.size() - 1);
	}

}
