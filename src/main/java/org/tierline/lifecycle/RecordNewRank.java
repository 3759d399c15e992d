package org.tierline.lifecycle;

import org.tierline.patches.DefectNumber;

import org.springframework.stereotype.Component;

/** Others wait for the defect now: it may come earlier or later, and so do its tasks. */
@Component
class RecordNewRank extends PipelineStep {

	private final Ranking ranking;

	private final DefectTask tasks;

	RecordNewRank(Ranking ranking, DefectTask tasks) {
		this.ranking = ranking;
		this.tasks = tasks;
	}

	@Override
	void run(DefectNumber number, Answers answers) {
		this.ranking.record(number, answers);
		this.tasks.follow(number, answers.execution().getProcessInstanceId());
	}

}
