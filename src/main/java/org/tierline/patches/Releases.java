package org.tierline.patches;

import java.util.List;
import java.util.Optional;

import org.tierline.cases.CaseNumber;

/**
 * All releases, to be read; names are found in any letter case. What changes a release is
 * a step of its process: see {@link ReleaseWork}.
 */
public interface Releases {

	Optional<Release> find(String name);

	/**
	 * The release of that name.
	 * @throws NoSuchRelease if there is none
	 */
	Release get(String name);

	/** What was said when the release was to be approved, oldest first. */
	List<Approval> approvals(String name);

	/**
	 * Newest first, starting after the release of the given name (null: from the newest).
	 * @param state null: whatever their state
	 * @param limit 1 to 200
	 */
	List<Release> list(ReleaseState state, String after, int limit);

	/**
	 * To whom the release goes and how far that is, newest first.
	 * @param state null: whatever their state
	 * @param after starting after that case (null: from the newest)
	 * @param limit 1 to 200
	 * @throws NoSuchRelease if there is none
	 */
	List<Delivery> deliveries(String name, DeliveryState state, CaseNumber after, int limit);

	/** The fix of a defect in a published release. */
	Fix fix(String name, DefectNumber defect);

}
