package org.tierline.alerts;

/** What stands in the path does not exist: an alert, a group, a rota. */
public class NoSuchName extends RuntimeException {

	public NoSuchName(String what) {
		super("There is no " + what);
	}

}
