package org.tierline.lifecycle;

import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.DefectWork;
import org.tierline.patches.Defects;

import org.springframework.stereotype.Component;

/**
 * Queues the published release for the waiting cases; {@link Couriers} bring it to them.
 */
@Component
class DeliverPatch extends PipelineStep {

	private final Defects defects;

	private final DefectWork work;

	DeliverPatch(Defects defects, DefectWork work) {
		this.defects = defects;
		this.work = work;
	}

	@Override
	void run(DefectNumber number, Answers answers) {
		boolean released = this.work.lock(number) == DefectState.RELEASED;
		boolean open = released && this.work.queueDeliveries(number, this.defects.get(number).release());
		answers.pass("deliveriesOpen", open);
		// A case that stays although the release came to it needs another one, and so
		// does a defect whose release was withdrawn meanwhile.
		answers.pass("casesStillWaiting", !released || this.work.isAwaited(number));
	}

}
