package org.tierline.customers;

import java.util.EnumMap;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a plan settles beside its targets:
 * {@code tierline.plans.premium-plus.reopening-days}.
 */
@ConfigurationProperties("tierline")
public record PlanTerms(@DefaultValue Map<Plan, Terms> plans) {

	public PlanTerms {
		plans = new EnumMap<>(plans.isEmpty() ? Map.of(Plan.STANDARD, new Terms(Terms.REOPENING_DAYS)) : plans);
	}

	/** For how many days after its closing a case can be reopened. */
	public int reopeningDays(Plan plan) {
		return this.plans.getOrDefault(plan, new Terms(Terms.REOPENING_DAYS)).reopeningDays();
	}

	/**
	 * The terms of one plan.
	 *
	 * @param reopeningDays 0 or more
	 */
	public record Terms(@DefaultValue("" + REOPENING_DAYS) int reopeningDays) {

		static final int REOPENING_DAYS = 14;

	}

}
