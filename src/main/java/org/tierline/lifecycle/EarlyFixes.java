package org.tierline.lifecycle;

import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectWork;
import org.tierline.patches.ReleaseWork;

import org.springframework.stereotype.Component;

/**
 * A hotfix for the companies with priority updates, as soon as the fix is verified; the
 * others get a release (R15). Whoever calls holds the defect's lock.
 */
@Component
class EarlyFixes {

	private final DefectWork work;

	private final ReleaseWork releases;

	EarlyFixes(DefectWork work, ReleaseWork releases) {
		this.work = work;
		this.releases = releases;
	}

	/** The fix was just verified, and some of them wait. */
	void publish(DefectNumber number) {
		this.work.queueEarlyDeliveries(number, this.releases.publishEarly(number, Actors.current()));
	}

	/**
	 * The fix was verified before, and a company gained priority updates since or ties a
	 * case only now. A fix that was taken back is brought to nobody by itself.
	 */
	void catchUp(DefectNumber number) {
		if (this.work.isAwaitedWithPriority(number) && !this.releases.wasTakenBack(number)) {
			this.releases.earlyFix(number)
				.ifPresentOrElse((early) -> this.work.queueEarlyDeliveries(number, early), () -> publish(number));
		}
	}

}
