package org.tierline.cases;

import java.util.List;
import java.util.Map;

import org.tierline.sla.Target;

/**
 * A case with all that is read beside it: clocks, escalations and the resolution (or
 * null).
 */
public record CaseFile(SupportCase supportCase, Map<Target, ClockReading> clocks, List<Escalation> escalations,
		Resolution resolution) {
}
