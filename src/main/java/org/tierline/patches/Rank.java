package org.tierline.patches;

/**
 * Where a defect stands in the pipeline and how its fix should go out.
 *
 * @param rank 1 comes first
 */
public record Rank(int rank, Vehicle vehicle, Track track) {
}
