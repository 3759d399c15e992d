package org.tierline.patches;

import java.time.Instant;

/**
 * What happened to a defect.
 *
 * @param what moved, ranked, overruled, table-decides, workaround, described, planned,
 * withdrawn, tied, untied, progress-note, note-taken-back or told
 * @param why in words, or null
 */
public record DefectEvent(Instant at, String what, String who, String why) {
}
