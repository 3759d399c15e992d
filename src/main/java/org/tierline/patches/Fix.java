package org.tierline.patches;

/**
 * The fix of a defect in a release, as a customer is told of it.
 *
 * @param downloadUrl where to get it, or null
 * @param notes what somebody wrote about the release or, if nobody did, what its defects
 * say; or null
 */
public record Fix(DefectNumber defect, String title, String release, ReleaseKind kind, Track track, String downloadUrl,
		String notes) {
}
