package org.tierline.patches;

import org.tierline.customers.Plan;

/**
 * Who waits for a defect's fix: what its rank is decided from.
 *
 * @param severity the highest among the waiting cases: 1 critical to 4 how-to
 * @param companies how many companies wait
 * @param bestPlan the most promising plan among them
 * @param priorityUpdates whether one of them has priority updates (R15)
 */
public record Demand(int severity, int companies, Plan bestPlan, boolean priorityUpdates) {
}
