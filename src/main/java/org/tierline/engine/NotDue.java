package org.tierline.engine;

/**
 * A timer has fired that has nothing to do yet: it was migrated, moved by hand, or its
 * clock was faster. The step is undone and the timer goes back to the date that its
 * expression now gives (F29).
 */
public class NotDue extends RuntimeException {

	public NotDue(String message) {
		super(message);
	}

}
