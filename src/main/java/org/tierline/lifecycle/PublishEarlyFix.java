package org.tierline.lifecycle;

import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectWork;
import org.tierline.patches.ReleaseWork;

import org.springframework.stereotype.Component;

/** A hotfix for the companies with priority updates; the others get a release (R15). */
@Component
class PublishEarlyFix extends PipelineStep {

	private final DefectWork work;

	private final ReleaseWork releases;

	PublishEarlyFix(DefectWork work, ReleaseWork releases) {
		this.work = work;
		this.releases = releases;
	}

	@Override
	void run(DefectNumber number, Answers answers) {
		this.work.queueEarlyDeliveries(number, this.releases.publishEarly(number, Actors.current()));
	}

}
