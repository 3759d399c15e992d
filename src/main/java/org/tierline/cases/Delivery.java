package org.tierline.cases;

/**
 * How far an outgoing message has come; none for those that need no delivery, dropped for
 * those that mattered no more before they went out.
 */
public enum Delivery implements Word {

	NONE, QUEUED, SENT, BOUNCED, FAILED, DROPPED

}
