package org.tierline.cases;

/** What solved the case (R6). */
public enum ResolutionKind implements Word {

	FIX, WORKAROUND, OTHER

}
