package org.tierline.patches;

import java.time.Instant;

/** Somebody let a release go to customers, or did not, and why. */
public record Approval(boolean approved, Instant at, String who, String note) {
}
