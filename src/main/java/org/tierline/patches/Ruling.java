package org.tierline.patches;

/**
 * A release manager overrules the rank that the table gives.
 *
 * @param rank 1 (first) to 99; null: the table decides again
 */
public record Ruling(Integer rank, String who, String why) {
}
