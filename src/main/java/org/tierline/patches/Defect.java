package org.tierline.patches;

import java.time.Instant;
import java.util.List;

import org.tierline.cases.CaseNumber;

/**
 * A defect as its rows stand.
 *
 * @param product the product of the case that reported it, or null
 * @param affectedVersions of the product, as people call them
 * @param workaround what helps customers until the patch is there, or null
 * @param severity the highest among the cases that waited at its last ranking, or null
 * @param rank 1 comes first; null until it is ranked, as are track and vehicle
 * @param dueAt to prioritise by; null: not ranked, or with the next release
 * @param release name of the release for all that carries or will carry the fix, or null
 * @param mergedInto of a rejected duplicate: the defect that its cases went to; or null
 * @param cases the cases tied to it, oldest tie first
 */
public record Defect(DefectNumber number, String title, String product, List<String> affectedVersions,
		String workaround, DefectState state, Integer severity, Integer rank, Track track, Vehicle vehicle,
		Instant dueAt, Instant reportedAt, String release, DefectNumber mergedInto, List<CaseNumber> cases) {
}
