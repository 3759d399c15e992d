package org.tierline.patches;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.tierline.cases.CaseNumber;

/**
 * The deliveries that are still to be made. A row is taken, delivered and marked in one
 * transaction: whoever is killed in between has delivered nothing, and nobody delivers
 * twice (R21).
 */
public interface DeliveryQueue {

	/**
	 * Locks the next deliveries with their cases until the transaction ends. Cases that
	 * somebody works on at this moment are left for later, so that nobody waits.
	 */
	List<Due> take(int limit);

	/** The same for one of them; empty if it is not to be made any more. */
	Optional<Due> take(long id);

	void done(Collection<Due> deliveries);

	/** Nobody waits for it any more. */
	void dropped(Due delivery, String why);

	/** It is tried again after that time. */
	void failed(Due delivery, String why, Duration again);

	/**
	 * Those that failed are tried at once.
	 * @param supportCase null: all of the release
	 * @return how many
	 */
	int retry(String release, CaseNumber supportCase);

	/**
	 * The defects whose processes wait for deliveries and have none left to wait for.
	 */
	List<DefectNumber> settled();

	/** Nobody waits for the defect's deliveries any more. */
	void settle(DefectNumber number);

	/**
	 * A delivery to be made.
	 *
	 * @param attempts how often it went wrong before
	 * @param waits whether the case still waits for the fix
	 * @param replaced the withdrawn release that the case got before, or null
	 */
	record Due(long id, CaseNumber number, DefectNumber defect, String release, int attempts, boolean waits,
			String replaced) {
	}

}
