package org.tierline.patches;

import java.time.Instant;

/**
 * A change of a defect's state.
 *
 * @param note the words of whoever made it, or null
 */
public record DefectStep(DefectState state, Instant at, String who, String note) {
}
