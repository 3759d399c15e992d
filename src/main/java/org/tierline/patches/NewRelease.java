package org.tierline.patches;

import java.time.LocalDate;

/**
 * A release to be planned.
 *
 * @param plannedFor the day it should be out, or null
 * @param notes what customers shall read about it, or null
 * @param downloadUrl where customers will get it, or null
 */
public record NewRelease(String name, ReleaseKind kind, Track track, LocalDate plannedFor, String notes,
		String downloadUrl) {
}
