package org.tierline.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.tierline.customers.Plan;
import org.tierline.sla.SlaTargets;

/**
 * What the steps of the process do to a case; nobody else calls it. Every verb joins the
 * step's transaction, locks the case first, refuses with {@link StateForbids} what the
 * case's state forbids, and leaves its mark on the timeline. {@code who} is a login, a
 * customer's e-mail address, or {@link #TIERLINE}.
 */
public interface Casework {

	/** Who acts when no person does: a timer, the acknowledgement. */
	String TIERLINE = "Tierline";

	/** Stores a new case in Tier 1 under the next number; an unknown company is added. */
	SupportCase register(Opening opening, String who);

	/** Keeps the severity and starts the clocks of what the table promises. */
	void promise(CaseNumber number, int severity, SlaTargets targets);

	/**
	 * Tells the customer the number and the promise; no person's answer, so no clock
	 * stops.
	 */
	void acknowledge(CaseNumber number);

	/**
	 * A message of staff; a public one is the answer the customer waited for.
	 */
	Message post(CaseNumber number, String who, Visibility visibility, String body);

	/** A letter that no person wrote: it answers nothing and stops no clock. */
	void tell(CaseNumber number, Occasion occasion, String letter);

	/**
	 * Works on many cases in this transaction: they are locked and read at once, and what
	 * is written of them goes out together. What the work reads back costs, so it should
	 * read little that it wrote.
	 */
	void together(Collection<CaseNumber> numbers, Runnable work);

	/** A question to the customer, who owes the answer from now on. */
	void ask(CaseNumber number, String who, String question);

	/** The customer owes an answer: the clocks stand still (R20). */
	void pauseClocks(CaseNumber number);

	/** The customer's answer to the open question. */
	Message reply(CaseNumber number, Inbound inbound);

	/** The open question does not matter any more: nobody waits for its answer. */
	void dropQuestion(CaseNumber number);

	/** The case is with us again: the clocks go on. */
	void resumeClocks(CaseNumber number);

	/** The customer wishes a call at that time. */
	void wishCall(CaseNumber number, Instant at);

	/**
	 * A call to the customer; reaching a person meets the response target.
	 * @return whether to try again: nobody was reached, and not three times already
	 */
	boolean call(CaseNumber number, String who, boolean reached, String note);

	/** Keeps who works on the case in that tier, for when it returns. */
	void workedOn(CaseNumber number, Tier tier, String who);

	/** Who has the task of the case now; null: nobody. */
	void assign(CaseNumber number, String login);

	/** Functional escalation to Tier 2 (R9). */
	void escalate(CaseNumber number, EscalationReason reason, HandoffMode mode, String note, String who);

	void handBack(CaseNumber number, String note, String who);

	void shareAs(CaseNumber number, HandoffMode mode, String who);

	/**
	 * Tier 3: no workaround, the code must change; the resolution clock waits for the
	 * release (R12).
	 */
	void awaitPatch(CaseNumber number, String who, String why);

	/** There will be no patch: Tier 2 goes on. */
	void returnToTierTwo(CaseNumber number, String who, String why);

	/** Tells the customer the solution (R6); the confirmation period begins. */
	void resolve(CaseNumber number, ResolutionKind kind, String summary, String who);

	/** The customer wrote to a resolved case: the confirmation period waits. */
	void holdConfirmation(CaseNumber number);

	/**
	 * The follow-up is done: the period goes on, or begins anew when the customer was
	 * answered.
	 */
	void releaseConfirmation(CaseNumber number, boolean answered);

	/** The resolution did not help: the case is open again in the returned tier. */
	Tier disagree(CaseNumber number, String who, String why);

	void close(CaseNumber number, String who, String why);

	/** Asks how we did, unless the letter that tells of the closing has asked. */
	void survey(CaseNumber number);

	/** A closed case is open again in the returned tier; closed time is not counted. */
	Tier reopen(CaseNumber number, String who, String why);

	void withdraw(CaseNumber number, String who, String why);

	/**
	 * The customer is served in the other case from now on, and is told; nothing is owed
	 * here any more. Both are locked before, in the order of their numbers (F25).
	 */
	void merge(CaseNumber number, CaseNumber into, String who);

	/** Refuses a merger that the states of the two cases forbid. */
	void checkMerger(CaseNumber number, CaseNumber into);

	/** A new assessment: open clocks follow, with what they have used. */
	void revise(CaseNumber number, Impact impact, Urgency urgency, int severity, SlaTargets targets, String who,
			String why);

	/**
	 * Plan, site or table have changed: open clocks follow from then on, with what they
	 * have used. The cases are locked in the order of their numbers and written together;
	 * those that are over are left out.
	 * @return the cases of which a deadline has moved
	 */
	Set<CaseNumber> repromise(Collection<CaseNumber> numbers, TargetTable table, PromiseChange change);

	/**
	 * Warnings, breaches and reminders that are due: each is done once. Progress reports
	 * go out before: see {@link ProgressReports}.
	 * @return whether the customer is silent: the last reminder stayed unanswered too
	 */
	boolean actOnDeadlines(CaseNumber number);

	/** When {@link #actOnDeadlines} has something to do next; empty: nothing in sight. */
	Optional<Instant> nextDeadline(CaseNumber number);

	/**
	 * When the running resolution target is missed; empty while it stands or has passed.
	 */
	Optional<Instant> resolutionDue(CaseNumber number);

	/**
	 * Locks the case and reads anew whether its resolution target has passed and nothing
	 * has come of it yet.
	 */
	boolean missesResolution(CaseNumber number);

	/** When silence counts as consent; empty while the period waits. */
	Optional<Instant> confirmationDue(CaseNumber number);

	/** When the earliest target is due that is not met, also one that was missed. */
	Optional<Instant> targetDue(CaseNumber number);

	/** All these instants of many cases, read together. */
	Map<CaseNumber, Deadlines> deadlines(Collection<CaseNumber> numbers);

	/** Whether the customer has said nothing for the confirmation period. */
	boolean consents(CaseNumber number);

	/** When the customer last wished to be called. */
	Optional<Instant> wishedCall(CaseNumber number);

	/** Who had the case last in that tier. */
	Optional<String> technician(CaseNumber number, Tier tier);

	/** Anything else for the timeline. */
	void note(CaseNumber number, What what, String who, String why);

	/** The plan the company has now: a new promise is made with it. */
	Plan planOf(CaseNumber number);

	/** Points a new case to the earlier one that its customer wrote about. */
	void follow(CaseNumber number, CaseNumber earlier);

}
