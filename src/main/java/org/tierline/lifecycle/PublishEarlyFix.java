package org.tierline.lifecycle;

import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectWork;
import org.tierline.patches.Release;
import org.tierline.patches.ReleaseWork;
import org.tierline.patches.Releases;

import org.springframework.stereotype.Component;

/** A hotfix for the companies with priority updates; the others get a release (R15). */
@Component
class PublishEarlyFix extends PipelineStep {

	private final DefectWork work;

	private final ReleaseWork releaseWork;

	private final Releases releases;

	private final PatchDelivery delivery;

	PublishEarlyFix(DefectWork work, ReleaseWork releaseWork, Releases releases, PatchDelivery delivery) {
		this.work = work;
		this.releaseWork = releaseWork;
		this.releases = releases;
		this.delivery = delivery;
	}

	@Override
	void run(DefectNumber number, Answers answers) {
		Release early = this.releases.get(this.releaseWork.publishEarly(number, Actors.current()));
		this.work.waitingWithPriority(number)
			.forEach((supportCase) -> this.delivery.deliver(supportCase, number, early));
	}

}
