package org.tierline.lifecycle;

import org.tierline.cases.CaseNumber;

/**
 * People tie a case to a known defect and untie it, also without a task. Each call is one
 * transaction. An unknown case throws {@link org.tierline.cases.NoSuchCase}, what its
 * state forbids {@link org.tierline.cases.StateForbids}.
 */
public interface CaseTies {

	/**
	 * A case in Tier 2 waits for the patch from now on; one in Tier 3 waits for this
	 * defect instead of its own; one that is resolved or closed gets the fix as a letter.
	 * What is out already is delivered at once.
	 * @param defect of a duplicate the defect that it was merged into is taken
	 * @throws org.tierline.cases.InputRefused naming {@code defect} if there is none, if
	 * it is rejected, or if its fix has reached the case already
	 */
	void tie(CaseNumber number, String defect, String reason);

	/** A case that waits for the patch goes back to Tier 2. */
	void untie(CaseNumber number, String reason);

}
