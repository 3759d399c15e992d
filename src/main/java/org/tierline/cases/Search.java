package org.tierline.cases;

import java.util.List;

/** Finds cases by words of number, subject, company, details or conversation. */
public interface Search {

	/**
	 * The best of the newest cases that have all the words (the last may be the beginning
	 * of one), best first; each case once.
	 * @param limit 1 to 200
	 */
	List<Hit> find(String words, int limit);

}
