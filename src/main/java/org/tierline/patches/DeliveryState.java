package org.tierline.patches;

import org.tierline.cases.Word;

/** How far a release is on its way to one case. */
public enum DeliveryState implements Word {

	/** To be delivered as soon as somebody comes to it. */
	QUEUED,
	/** The customer was told. */
	DONE,
	/** It went wrong, and is tried again by itself, later each time. */
	FAILED,
	/** The case did not wait any more. */
	DROPPED,
	/** It was done, and the release was withdrawn afterwards. */
	RECALLED

}
