package org.tierline.patches;

import org.tierline.cases.Word;

/** How far a release is. */
public enum ReleaseState implements Word {

	PLANNED, APPROVED, PUBLISHED,
	/** Taken back: it will not come, or those who got it get another one. */
	WITHDRAWN

}
