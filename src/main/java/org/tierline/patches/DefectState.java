package org.tierline.patches;

import org.tierline.cases.Word;

/** How far a defect is on its way to the customers. */
public enum DefectState implements Word {

	/** Known, not yet ranked. */
	REPORTED,
	/** In the pipeline; nobody has taken it up yet. */
	RANKED,
	/** A developer has it, or has it again after a failed verification. */
	IN_DEVELOPMENT,
	/** Developed; somebody tries the fix. */
	IN_VERIFICATION,
	/** Verified; a release may carry it. */
	FIXED,
	/** Published in a release. */
	RELEASED,
	/** Not reproduced, or not a defect: there will be no patch. */
	REJECTED

}
