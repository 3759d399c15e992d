package org.tierline.cases;

import java.time.Instant;

/** What happened to a case, when, by whom and why (R23). */
public record TimelineEntry(Instant at, What what, String who, String why) {
}
