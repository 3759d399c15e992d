package org.tierline.intake.web;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

import org.tierline.cases.CaseNumber;
import org.tierline.patches.Defect;
import org.tierline.patches.DefectEvent;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.Progress;
import org.tierline.patches.Ruling;
import org.tierline.patches.Track;
import org.tierline.patches.Vehicle;

/**
 * A defect's page of facts.
 *
 * @param mergedInto of a duplicate: the defect that its cases are tied to now
 * @param overruled what a release manager decided instead of the table, or null
 * @param history the newest 200 events, oldest first
 */
@Schema(name = "DefectFacts")
record DefectView(DefectNumber number, String title, String product, List<String> affectedVersions, String workaround,
		DefectState state, Integer severity, Integer rank, Track track, Vehicle vehicle, Instant dueAt,
		Instant reportedAt, String release, DefectNumber mergedInto, List<CaseNumber> cases, Ruling overruled,
		Progress progress, List<DefectEvent> history) {

	static DefectView of(Defect defect, DefectNumber survivor, Ruling ruling, Progress progress,
			List<DefectEvent> history) {
		return new DefectView(defect.number(), defect.title(), defect.product(), defect.affectedVersions(),
				defect.workaround(), defect.state(), defect.severity(), defect.rank(), defect.track(), defect.vehicle(),
				defect.dueAt(), defect.reportedAt(), defect.release(), survivor, defect.cases(), ruling, progress,
				history);
	}

}
