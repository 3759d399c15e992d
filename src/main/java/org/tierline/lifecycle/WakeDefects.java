package org.tierline.lifecycle;

import org.tierline.patches.ReleaseWork;

import org.springframework.stereotype.Component;

/** Tells every defect in the release that it is out; each then delivers by itself. */
@Component
class WakeDefects extends ReleaseStep {

	private final ReleaseWork releases;

	private final PatchProcesses processes;

	WakeDefects(ReleaseWork releases, PatchProcesses processes) {
		this.releases = releases;
		this.processes = processes;
	}

	@Override
	void run(String release, Answers answers) {
		this.releases.defects(release).forEach(this.processes::wake);
	}

}
