package org.tierline.cases;

/** Which side wrote a message. */
public enum Author implements Word {

	STAFF, CUSTOMER

}
