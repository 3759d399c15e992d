package org.tierline.customers;

/** What a plan settles beside its targets. */
public interface PlanTerms {

	int reopeningDays(Plan plan);

}
