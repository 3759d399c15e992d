package org.tierline.cases;

/** Where a case stands. */
public enum Status implements Word {

	OPEN, WAITING_FOR_CUSTOMER, WAITING_FOR_PATCH, RESOLVED, CLOSED, WITHDRAWN, MERGED

}
