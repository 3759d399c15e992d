package org.tierline.cases;

/** How Tier 1 and Tier 2 share a case (R11). */
public enum HandoffMode implements Word {

	DIRECT, TOGETHER

}
