package org.tierline.patches;

import java.util.List;
import java.util.Optional;

/** The rules that plan releases ahead; names are found in any letter case. */
public interface ReleaseTrains {

	/** By name. */
	List<ReleaseTrain> list();

	Optional<ReleaseTrain> find(String name);

	/**
	 * Adds or changes a rule. What is planned already stays as it is.
	 * @return whether it is new
	 */
	boolean save(ReleaseTrain train, String who);

	/**
	 * Ends a rule; what it has planned stays.
	 * @return false if there is none
	 */
	boolean end(String name);

	/**
	 * Locks the rule until the transaction ends, and tells which of its next stops are
	 * not planned yet; empty if somebody else has locked it.
	 */
	List<ReleaseTrain.Stop> missing(ReleaseTrain train);

	/** The release of that name is that stop of the train. */
	void planned(ReleaseTrain train, ReleaseTrain.Stop stop);

}
