package org.tierline.cases;

/** The case has no such message. */
public class NoSuchMessage extends RuntimeException {

	public NoSuchMessage(CaseNumber number, long id) {
		super("Case " + number + " has no message " + id);
	}

}
