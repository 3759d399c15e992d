package org.tierline.cases;

import java.time.Instant;

/** What solved a case, told to the customer (R6). */
public record Resolution(ResolutionKind kind, String summary, Instant at) {
}
