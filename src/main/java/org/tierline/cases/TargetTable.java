package org.tierline.cases;

import org.tierline.customers.Plan;
import org.tierline.sla.SlaTargets;

/** What is promised to the cases of a plan, by severity 1 to 4. */
@FunctionalInterface
public interface TargetTable {

	SlaTargets targets(Plan plan, int severity);

}
