package org.tierline.patches;

import java.util.List;
import java.util.Optional;

/**
 * All defects, to be read. What changes a defect is a step of its process: see
 * {@link DefectWork}.
 */
public interface Defects {

	Optional<Defect> find(DefectNumber number);

	/**
	 * The defect of that number.
	 * @throws NoSuchDefect if there is none
	 */
	Defect get(DefectNumber number);

	/** What happened to the defect, oldest first. */
	List<DefectStep> steps(DefectNumber number);

	/**
	 * Newest first, starting after the given defect (null: from the newest).
	 * @param state null: whatever their state
	 * @param limit 1 to 200
	 */
	List<Defect> list(DefectState state, DefectNumber after, int limit);

}
