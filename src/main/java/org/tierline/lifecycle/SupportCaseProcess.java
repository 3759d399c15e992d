package org.tierline.lifecycle;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.HandoffMode;
import org.tierline.cases.Impact;
import org.tierline.cases.Inbound;
import org.tierline.cases.Message;
import org.tierline.cases.Opening;
import org.tierline.cases.Urgency;

/**
 * The process that carries a case, in business words: every door calls it, and only its
 * steps change a case. Each call is one transaction (or joins the caller's). All but open
 * throw {@link org.tierline.cases.NoSuchCase} for an unknown number and
 * {@link org.tierline.cases.StateForbids} where the case's state forbids the call.
 */
public interface SupportCaseProcess {

	/**
	 * Opens a case: registered, classified, promised, acknowledged, in Tier 1.
	 * @throws org.tierline.cases.InputRefused naming every wrong field (contact.email,
	 * ...)
	 */
	CaseNumber open(Opening opening);

	/**
	 * Opens a case that points to another: somebody who takes no part in that one, or who
	 * comes too late, wrote about it.
	 */
	CaseNumber open(Opening opening, CaseNumber about);

	/** A public or internal message of the staff member who is logged in. */
	Message staffWrites(CaseNumber number, String body, boolean internal);

	/**
	 * A message of the customer: a reply, news for the technician, a follow-up or a
	 * reopening, as the case's state has it. The answer may be in another case (merged,
	 * withdrawn).
	 */
	Message customerWrites(CaseNumber number, Inbound inbound);

	/** A text of the contact's, by way of the API. */
	Message customerWrites(CaseNumber number, String body);

	/** A new assessment: severity and targets follow. */
	void revise(CaseNumber number, Impact impact, Urgency urgency, String reason);

	/** The customer says that the resolution helped. */
	void confirm(CaseNumber number);

	/** The customer disagrees with a resolution, or comes back to a closed case. */
	void reopen(CaseNumber number, String reason);

	void withdraw(CaseNumber number, String reason);

	/**
	 * The case is a duplicate: its customer is served in the survivor from now on (F25).
	 * @throws org.tierline.cases.InputRefused if there is no survivor of that number
	 */
	void merge(CaseNumber number, CaseNumber into);

	/** Changes how Tier 1 and Tier 2 share a case that is in Tier 2 (R11). */
	void handOff(CaseNumber number, HandoffMode mode);

}
