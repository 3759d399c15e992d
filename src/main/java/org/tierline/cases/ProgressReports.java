package org.tierline.cases;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Progress reports to customers who wait for a patch: in Tier 3 they replace the
 * resolution target. Who waits with several cases is told of them in one mail; each case
 * keeps its own report. Every call joins the caller's transaction.
 */
public interface ProgressReports {

	/**
	 * Who is told when the case reaches its update target: it, and the other cases of the
	 * same recipient that have entered the last quarter before theirs, by number. Empty:
	 * no report is due. Nothing is locked, so that the caller can lock all in their
	 * order.
	 */
	List<CaseNumber> due(CaseNumber number);

	/** These cases and those of the same recipients that are near, by number. */
	List<CaseNumber> withNear(Collection<CaseNumber> numbers);

	/**
	 * Of locked cases those that are due or near; none if the report of that one is not
	 * due any more: somebody was faster.
	 */
	List<CaseNumber> stillDue(CaseNumber number, Collection<CaseNumber> locked);

	/**
	 * The next reports of locked cases are due one target from now on; those that do not
	 * wait for a patch are left out.
	 * @return the cases as they stand then, by number
	 */
	List<CaseFile> renew(Collection<CaseNumber> locked);

	/** A case as it would stand if it was told now; nothing changes. */
	CaseFile asRenewed(CaseNumber number);

	/**
	 * Writes the reports of locked cases.
	 * @param texts by case
	 * @param who has it done: a login, or {@link Casework#TIERLINE} at the update target
	 */
	void write(Map<CaseNumber, String> texts, String who);

}
