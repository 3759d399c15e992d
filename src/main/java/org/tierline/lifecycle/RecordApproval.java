package org.tierline.lifecycle;

import org.tierline.patches.ReleaseWork;

import org.springframework.stereotype.Component;

/** Somebody lets the release go to customers, or does not yet. */
@Component
class RecordApproval extends ReleaseStep {

	private final ReleaseWork releases;

	RecordApproval(ReleaseWork releases) {
		this.releases = releases;
	}

	@Override
	void run(String release, Answers answers) {
		this.releases.approve(release, answers.flag("approved"), Actors.current(), answers.text("approvalNote"));
	}

}
