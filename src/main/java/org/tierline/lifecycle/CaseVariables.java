package org.tierline.lifecycle;

import org.tierline.cases.Impact;
import org.tierline.cases.SupportCase;
import org.tierline.cases.Tier;
import org.tierline.cases.Urgency;
import org.tierline.customers.Plan;

/**
 * The few variables a case's process has: what task lists show, and what gateways and
 * tables read.
 */
final class CaseVariables {

	private CaseVariables() {
	}

	/** What the task lists show beside a task; the tables hold the truth. */
	static void keep(Answers answers, SupportCase supportCase) {
		answers.keep("company", supportCase.company());
		answers.keep("subject", supportCase.subject());
	}

	/** Where the case goes on. */
	static void passTo(Answers answers, Tier tier) {
		answers.pass("tier", tier.number());
		answers.pass("callWished", false);
		answers.pass("together", false);
	}

	/** What the decision tables read. */
	static void passAssessment(Answers answers, Impact impact, Urgency urgency, Plan plan) {
		answers.pass("impact", impact.code());
		answers.pass("urgency", urgency.code());
		answers.pass("plan", plan.code());
	}

}
