package org.tierline.patches;

import org.tierline.cases.Word;

/** How fast a fix goes out; accelerated is for priority updates (R15). */
public enum Track implements Word {

	REGULAR, ACCELERATED

}
