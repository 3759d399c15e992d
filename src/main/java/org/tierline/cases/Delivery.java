package org.tierline.cases;

/** How far an outgoing message has come; none for those that need no delivery. */
public enum Delivery implements Word {

	NONE, QUEUED, SENT, BOUNCED, FAILED

}
