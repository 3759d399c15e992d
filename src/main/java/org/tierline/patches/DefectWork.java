package org.tierline.patches;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.tierline.cases.CaseNumber;

/**
 * What the steps of the processes do to a defect; nobody else calls it. Every verb joins
 * the step's transaction. Whoever holds several rows takes cases first, then releases,
 * then defects by number, so that nobody waits in a ring.
 */
public interface DefectWork {

	/** Stores a new defect, found in that case, under the next number. */
	DefectNumber report(String title, String product, String who);

	/**
	 * Locks the defect until the transaction ends: linking and publication follow one
	 * another (R13).
	 * @throws NoSuchDefect if there is none
	 */
	DefectState lock(DefectNumber number);

	/** Moves the defect on; the words stay with it. */
	void move(DefectNumber number, DefectState state, String who, String note);

	void keepWorkaround(DefectNumber number, String who, String workaround);

	/** Who waits for the fix now; empty: nobody. */
	Optional<Demand> demand(DefectNumber number);

	/**
	 * Those of the defects, by number, for which others wait now than their newest
	 * ranking was decided from.
	 */
	List<DefectNumber> rankedByAnotherDemand(Collection<DefectNumber> numbers);

	/** Keeps a ranking, what it was decided from, and when the fix is due by that. */
	void rank(DefectNumber number, Rank rank, Demand demand, String who, String why);

	/** Keeps that somebody overrules the table, from the next ranking on. */
	void rule(DefectNumber number, Ruling ruling);

	/** The ruling that stands; empty: the table decides. */
	Optional<Ruling> ruling(DefectNumber number);

	/**
	 * Ties a case, which stops waiting for any other defect, and waits anew if a fix of
	 * this one reached it already.
	 */
	void tie(DefectNumber number, CaseNumber supportCase, String who, String reason);

	/** Whether a tied case did not get the fix yet, nor is it on its way. */
	boolean isAwaited(DefectNumber number);

	/** Whether a case waits whose company has priority updates (R15). */
	boolean isAwaitedWithPriority(DefectNumber number);

	/** Whether this is one of them. */
	boolean waitsWithPriority(DefectNumber number, CaseNumber supportCase);

	/**
	 * Queues the release for every case that waits; its deliveries are made after the
	 * commit.
	 * @return whether deliveries of it are still to be made
	 */
	boolean queueDeliveries(DefectNumber number, String release);

	/** The same for the companies with priority updates only (R15). */
	void queueEarlyDeliveries(DefectNumber number, String release);

	/**
	 * Notes that the case gets the fix of its defect with that release.
	 * @return false if it is not tied any more or got it before: then nothing is to be
	 * told
	 */
	boolean deliver(DefectNumber number, CaseNumber supportCase, String release);

	/** Whether the case got the defect's fix with that release before. */
	boolean delivered(DefectNumber number, CaseNumber supportCase, String release);

	/** The open ties of a rejected defect, oldest first. */
	List<CaseNumber> tied(DefectNumber number, int limit);

}
