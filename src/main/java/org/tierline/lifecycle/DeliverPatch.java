package org.tierline.lifecycle;

import java.util.List;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectWork;
import org.tierline.patches.Defects;
import org.tierline.patches.Release;
import org.tierline.patches.Releases;

import org.springframework.stereotype.Component;

/** Brings the published release to the waiting cases, a batch at a time. */
@Component
class DeliverPatch extends PipelineStep {

	/** Small enough that a failure repeats little and no case is locked for long. */
	static final int BATCH = 50;

	private final Cases cases;

	private final Defects defects;

	private final DefectWork work;

	private final Releases releases;

	private final PatchDelivery delivery;

	DeliverPatch(Cases cases, Defects defects, DefectWork work, Releases releases, PatchDelivery delivery) {
		this.cases = cases;
		this.defects = defects;
		this.work = work;
		this.releases = releases;
		this.delivery = delivery;
	}

	@Override
	void run(DefectNumber number, Answers answers) {
		Release release = this.releases.get(this.defects.get(number).release());
		List<CaseNumber> batch = this.work.waiting(number, BATCH);
		// All before the first: an untied case locks its defect.
		this.cases.lock(batch);
		batch.forEach((supportCase) -> this.delivery.deliver(supportCase, number, release));
		List<CaseNumber> left = this.work.waiting(number, BATCH);
		// A case that stays although the release came to it needs another release.
		boolean goesOn = !batch.containsAll(left);
		answers.pass("batchLeft", goesOn);
		answers.pass("casesStillWaiting", !goesOn && !left.isEmpty());
	}

}
