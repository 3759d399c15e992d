package org.tierline.lifecycle;

import org.tierline.patches.DefectNumber;
import org.tierline.patches.Description;

/**
 * What people do to a defect beside its tasks. Each call is one transaction. An unknown
 * number throws {@link org.tierline.patches.NoSuchDefect}, what the state forbids
 * {@link org.tierline.cases.StateForbids}.
 */
public interface KnownDefects {

	/**
	 * Describes a defect anew.
	 * @throws org.tierline.cases.InputRefused naming every wrong field
	 */
	void describe(DefectNumber number, Description what, String reason);

	/**
	 * Every case that waits is told it soon, as a message of the caller; each new wording
	 * once.
	 */
	void keepWorkaround(DefectNumber number, String workaround);

	/**
	 * The defect is a duplicate: its work ends, and its cases go to the other one, which
	 * is ranked anew. Of two opposite mergers one is refused.
	 * @throws org.tierline.cases.InputRefused naming {@code into} if there is no such
	 * defect
	 */
	void merge(DefectNumber number, DefectNumber into, String reason);

}
