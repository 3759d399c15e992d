package org.tierline.history;

/** Where the cases of a history stand, and how often. */
enum Kind {

	IN_TIER_1(30, true), IN_TIER_2(20, true), WAITING_FOR_CUSTOMER(20, true), WAITING_FOR_PATCH(20, true),
	RESOLVED(10, true), ANSWERED(65, false), SOLVED(25, false), WITHDRAWN(10, false);

	/** In hundred of the open or the closed ones. */
	final int share;

	/** Whether the engine still carries it. */
	final boolean open;

	Kind(int share, boolean open) {
		this.share = share;
		this.open = open;
	}

	/** Its deadlines run since the opening, which so cannot be long ago. */
	boolean fresh() {
		return this == IN_TIER_1 || this == IN_TIER_2;
	}

}
