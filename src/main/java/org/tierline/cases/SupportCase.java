package org.tierline.cases;

import java.time.Instant;

import org.tierline.customers.Contact;
import org.tierline.customers.Plan;

/**
 * A case as its row stands.
 *
 * @param severity 1 critical to 4 how-to; null until the case is classified
 * @param plan the company's plan that the present promise was made with
 * @param solvedBy the tier that solved the case last, or null
 * @param assignee login of the technician who has its task, or null
 * @param handoffMode how Tier 1 and Tier 2 share it, null before Tier 2
 * @param silent whether the customer left three reminders unanswered
 */
public record SupportCase(CaseNumber number, Status status, Tier tier, Integer severity, Impact impact, Urgency urgency,
		Plan plan, long companyId, String company, Contact contact, String product, Channel channel, String subject,
		String details, Instant openedAt, Instant resolvedAt, Instant closedAt, Tier solvedBy, String assignee,
		HandoffMode handoffMode, boolean silent, CaseNumber mergedInto) {

	/** The same case, solved by its tier. */
	SupportCase resolved(Instant at) {
		return new SupportCase(this.number, Status.RESOLVED, this.tier, this.severity, this.impact, this.urgency,
				this.plan, this.companyId, this.company, this.contact, this.product, this.channel, this.subject,
				this.details, this.openedAt, at, this.closedAt, this.tier, this.assignee, this.handoffMode, this.silent,
				this.mergedInto);
	}

	/** Whether somebody still owes the customer work: only then do clocks run. */
	public boolean isWorkedOn() {
		return this.status == Status.OPEN || this.status == Status.WAITING_FOR_CUSTOMER
				|| this.status == Status.WAITING_FOR_PATCH;
	}

	SupportCase under(Plan newPlan) {
		return new SupportCase(this.number, this.status, this.tier, this.severity, this.impact, this.urgency, newPlan,
				this.companyId, this.company, this.contact, this.product, this.channel, this.subject, this.details,
				this.openedAt, this.resolvedAt, this.closedAt, this.solvedBy, this.assignee, this.handoffMode,
				this.silent, this.mergedInto);
	}

}
