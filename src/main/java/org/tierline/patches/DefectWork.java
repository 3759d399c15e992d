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

	/** Stores a new defect under the next number. */
	DefectNumber report(Description what, String who);

	/** Describes a defect anew. */
	void describe(DefectNumber number, Description what, String who, String why);

	/**
	 * Locks the defect until the transaction ends: linking and publication follow one
	 * another (R13).
	 * @throws NoSuchDefect if there is none
	 */
	DefectState lock(DefectNumber number);

	/** Moves the defect on; the words stay with it. */
	void move(DefectNumber number, DefectState state, String who, String note);

	/**
	 * Keeps what helps until the patch is there; every case that waits is to be told: see
	 * {@link Workarounds}. The words that count already change nothing.
	 */
	void keepWorkaround(DefectNumber number, String who, String workaround);

	/** Who waits for the fix now; empty: nobody. */
	Optional<Demand> demand(DefectNumber number);

	/**
	 * Those of the defects, by number, for which others wait now than their newest
	 * ranking was decided from.
	 */
	List<DefectNumber> rankedByAnotherDemand(Collection<DefectNumber> numbers);

	/** Who waits, or who waited when it was ranked last. */
	Optional<Demand> lastDemand(DefectNumber number);

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

	/** Whether the case is tied to the defect and did not get a fix yet. */
	boolean waits(DefectNumber number, CaseNumber supportCase);

	/**
	 * The defect is a duplicate: it is rejected, and its cases belong to the other one.
	 */
	void merge(DefectNumber number, DefectNumber survivor, String who, String why);

	/**
	 * Moves the tie of a case from a duplicate to the defect that stays; a fix that it
	 * got stays got.
	 */
	void move(DefectNumber number, DefectNumber survivor, CaseNumber supportCase);

	/** The defects that cases of the company wait for, by number. */
	List<DefectNumber> awaitedBy(long companyId);

}
