package org.tierline.customers;

import java.time.Instant;

/**
 * A company that is supported.
 *
 * @param priorityUpdates whether it gets early fixes on the accelerated track (R15)
 * @param verifiedAt when a person confirmed the company; null for one that was created by
 * its first case
 */
public record Company(long id, String name, Plan plan, boolean priorityUpdates, Site site, Instant verifiedAt) {
}
