package org.tierline.lifecycle;

import java.util.Comparator;
import java.util.stream.Stream;

import org.tierline.cases.InputRefused;
import org.tierline.cases.StateForbids;
import org.tierline.patches.Defect;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.DefectWork;
import org.tierline.patches.Defects;
import org.tierline.patches.Description;
import org.tierline.patches.ReleaseWork;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every call locks the defects it is about before it asks the engine for anything. */
@Service
@Transactional
class EngineKnownDefects implements KnownDefects {

	private final Defects defects;

	private final DefectWork work;

	private final ReleaseWork releases;

	private final PatchProcesses processes;

	EngineKnownDefects(Defects defects, DefectWork work, ReleaseWork releases, PatchProcesses processes) {
		this.defects = defects;
		this.work = work;
		this.releases = releases;
		this.processes = processes;
	}

	@Override
	public void describe(DefectNumber number, Description what, String reason) {
		this.work.lock(number);
		this.work.describe(number, what, Actors.current(), reason);
		this.processes.rename(number, this.defects.get(number).title());
	}

	@Override
	public void keepWorkaround(DefectNumber number, String workaround) {
		if (this.work.lock(number) == DefectState.REJECTED) {
			throw new StateForbids(number + " is rejected: nobody waits for it");
		}
		this.work.keepWorkaround(number, Actors.current(), workaround);
	}

	@Override
	public void merge(DefectNumber number, DefectNumber into, String reason) {
		Defect merged = this.defects.get(number);
		if (number.equals(into)) {
			throw new InputRefused("into", "is the same defect");
		}
		this.defects.find(into).orElseThrow(() -> new InputRefused("into", "is not the number of a defect"));
		Stream.of(number, into).sorted(Comparator.comparing(DefectNumber::id)).forEach(this.work::lock);
		refuseImpossible(this.defects.get(number), this.defects.get(into));
		this.work.merge(number, into, Actors.current(), reason);
		this.releases.exclude(number, Actors.current(), "merged into " + into);
		handOn(merged, into);
		this.processes.merge(number);
	}

	/** Locked: of two opposite mergers the second sees what the first has done. */
	private static void refuseImpossible(Defect merged, Defect survivor) {
		if (EnginePatchPipeline.OVER.contains(merged.state())) {
			throw new StateForbids(words(merged) + ": it is merged into nothing any more");
		}
		if (survivor.state() == DefectState.REJECTED) {
			throw new StateForbids(words(survivor) + ": nothing is merged into it");
		}
	}

	private static String words(Defect defect) {
		return "Defect " + defect.number() + " is " + ((defect.mergedInto() != null)
				? "merged into " + defect.mergedInto() + " already" : defect.state().code());
	}

	/** What helps against the one helps against the other. */
	private void handOn(Defect merged, DefectNumber survivor) {
		if (merged.workaround() != null && this.defects.get(survivor).workaround() == null) {
			this.work.keepWorkaround(survivor, Actors.current(), merged.workaround());
		}
	}

}
