package org.tierline.alerts;

import org.tierline.cases.Word;

/** How bad it is: a target is about to pass, or has passed unmet. */
public enum Level implements Word {

	WARNED, BREACHED

}
