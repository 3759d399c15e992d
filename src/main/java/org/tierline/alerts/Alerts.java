package org.tierline.alerts;

import java.util.List;

import org.tierline.cases.CaseNumber;

/** All alerts, to be read and acknowledged. */
public interface Alerts {

	/**
	 * Newest first.
	 * @param open null: whether open or not
	 * @param number null: of all cases
	 * @param after the last of the page before, or null
	 */
	List<Alert> list(Boolean open, CaseNumber number, Long after, int limit);

	/** The alerts of a case in the order in which they were raised. */
	List<Alert> of(CaseNumber number);

	/**
	 * Somebody takes care: no further step is taken, and what was not sent is dropped.
	 * Repeated by the same person nothing changes.
	 * @throws NoSuchName if there is no such alert
	 * @throws org.tierline.cases.StateForbids if it is over, or somebody else was first
	 */
	Alert acknowledge(long id, String login, String note);

}
