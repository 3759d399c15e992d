package org.tierline.intake.web;

/** The choices of the contract, for validation. */
final class Words {

	static final String IMPACT = "everyone|several|one";

	static final String URGENCY = "stopped|hindered|question";

	static final String CHANNEL = "web|email|chat|phone|api";

	static final String PLAN = "standard|premium|premium-plus";

	static final String ONE_OF = "must be one of {regexp}";

	private Words() {
	}

}
