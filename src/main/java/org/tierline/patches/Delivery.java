package org.tierline.patches;

import java.time.Instant;

import org.tierline.cases.CaseNumber;

/**
 * A release on its way to a case that waits for the fix of a defect.
 *
 * @param attempts how often it went wrong
 * @param why what went wrong the last time, or why it was dropped; or null
 * @param nextAttemptAt when it is tried (again), or null: it is over
 */
public record Delivery(CaseNumber number, DefectNumber defect, DeliveryState state, Instant queuedAt,
		Instant deliveredAt, int attempts, String why, Instant nextAttemptAt) {
}
