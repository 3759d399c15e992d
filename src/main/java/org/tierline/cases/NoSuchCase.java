package org.tierline.cases;

/** There is no case of that number. */
public class NoSuchCase extends RuntimeException {

	public NoSuchCase(CaseNumber number) {
		super("There is no case " + number);
	}

}
