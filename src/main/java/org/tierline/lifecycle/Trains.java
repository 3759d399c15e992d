package org.tierline.lifecycle;

import org.tierline.patches.ReleaseTrain;

/** Keeps the rules that plan releases ahead. */
public interface Trains {

	/**
	 * Adds or changes a rule and plans its next releases at once; what it has planned
	 * before stays as it is.
	 * @return whether it is new
	 */
	boolean save(ReleaseTrain train);

}
