package org.tierline.patches;

/**
 * Which defects of a list to show; null: whatever it is.
 *
 * @param severity 1 to 4
 * @param release the name of the release that they are planned for
 * @param planned whether they are planned for a release at all
 * @param query words of title, product, versions or number; the last may be the beginning
 * of one
 */
public record DefectFilter(DefectState state, String product, Integer severity, Track track, Vehicle vehicle,
		String release, Boolean planned, String query) {
}
