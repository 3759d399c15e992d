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

	/** How the defect's state changed, oldest first. */
	List<DefectStep> steps(DefectNumber number);

	/** The newest of all that happened to the defect, oldest first. */
	List<DefectEvent> history(DefectNumber number, int limit);

	Progress progress(DefectNumber number);

	/** What a release manager has overruled and not taken back; empty: nothing. */
	Optional<Ruling> ruling(DefectNumber number);

	/**
	 * Where the cases of a duplicate went, also if that one was merged later; the defect
	 * itself if it is none.
	 */
	DefectNumber survivor(DefectNumber number);

	/**
	 * Newest first, starting after the given defect (null: from the newest).
	 * @param limit 1 to 200
	 */
	List<Defect> list(DefectFilter filter, DefectNumber after, int limit);

}
