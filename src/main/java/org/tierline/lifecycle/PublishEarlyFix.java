package org.tierline.lifecycle;

import org.tierline.patches.DefectNumber;

import org.springframework.stereotype.Component;

/** A hotfix for the companies with priority updates; the others get a release (R15). */
@Component
class PublishEarlyFix extends PipelineStep {

	private final EarlyFixes fixes;

	PublishEarlyFix(EarlyFixes fixes) {
		this.fixes = fixes;
	}

	@Override
	void run(DefectNumber number, Answers answers) {
		this.fixes.publish(number);
	}

}
