package org.tierline.alerts;

/** A way out. It is walked outside of any transaction and may take its time. */
interface Way {

	WayName name();

	/** Whether it exists in this installation at all; otherwise notices wait. */
	boolean isOpen();

	/**
	 * Hands the notice over.
	 * @throws Undelivered if the other side did not take it
	 */
	void deliver(NoticeRows.Claim notice) throws Undelivered;

	/** The other side did not take a notice, this time. */
	class Undelivered extends Exception {

		private final Reach reach;

		Undelivered(Reach reach, String why) {
			super(why);
			this.reach = reach;
		}

		Reach reach() {
			return this.reach;
		}

	}

	/** What the fault is about, and so what waits. */
	enum Reach {

		/** This notice alone. */
		NOTICE,
		/** Everything to this address: its receiver is down. */
		ADDRESS,
		/** Everything that takes this way: the mail server is down. */
		WAY

	}

}
