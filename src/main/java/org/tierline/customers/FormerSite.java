package org.tierline.customers;

import java.time.Instant;

/** A site that a company had until it was changed. */
public record FormerSite(Instant until, Site site) {
}
