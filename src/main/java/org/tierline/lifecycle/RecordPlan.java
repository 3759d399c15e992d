package org.tierline.lifecycle;

import java.time.Clock;

import org.tierline.cases.InputRefused;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectWork;
import org.tierline.patches.Release;
import org.tierline.patches.ReleaseWork;
import org.tierline.patches.Releases;

import org.springframework.stereotype.Component;

/** The release that brings the fix to every waiting case. */
@Component
class RecordPlan extends PipelineStep {

	private final Releases releases;

	private final ReleaseWork releaseWork;

	private final DefectWork work;

	private final Clock clock;

	RecordPlan(Releases releases, ReleaseWork releaseWork, DefectWork work, Clock clock) {
		this.releases = releases;
		this.releaseWork = releaseWork;
		this.work = work;
		this.clock = clock;
	}

	@Override
	void run(DefectNumber number, Answers answers) {
		Release release = this.releases.find(answers.text("releaseName").strip())
			.map((found) -> this.releaseWork.lock(found.name()))
			.orElseThrow(() -> new InputRefused("releaseName", "is not the name of a release"));
		if (!EnginePatchPipeline.TO_COME.contains(release.state())) {
			throw new InputRefused("releaseName",
					"is " + release.state().code() + " already: choose one that is to come");
		}
		if (release.freezeAt() != null && !release.freezeAt().isAfter(this.clock.instant())
				&& !release.defects().contains(number)) {
			throw new InputRefused("releaseName",
					"is frozen: choose a later one, or plan the defect for it with a reason");
		}
		this.work.lock(number);
		this.releaseWork.include(release.name(), number, Actors.current());
	}

}
