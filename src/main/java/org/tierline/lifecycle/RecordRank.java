package org.tierline.lifecycle;

import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.DefectWork;
import org.tierline.patches.Defects;

import org.springframework.stereotype.Component;

/** The defect has its place in the pipeline. */
@Component
class RecordRank extends PipelineStep {

	private final Ranking ranking;

	private final Defects defects;

	private final DefectWork work;

	RecordRank(Ranking ranking, Defects defects, DefectWork work) {
		this.ranking = ranking;
		this.defects = defects;
		this.work = work;
	}

	@Override
	void run(DefectNumber number, Answers answers) {
		this.ranking.record(number, answers);
		this.work.move(number, DefectState.RANKED, Actors.current(), null);
		answers.keep("subject", this.defects.get(number).title());
	}

}
