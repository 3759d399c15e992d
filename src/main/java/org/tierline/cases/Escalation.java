package org.tierline.cases;

import java.time.Instant;

/** A case went to the next tier: from where, to where, why and how (R9, R11). */
public record Escalation(Tier from, Tier to, EscalationReason reason, HandoffMode mode, String note, Instant at) {
}
