package org.tierline.cases;

/**
 * What was asked is not possible in the state the case, defect or release is in; the
 * message says why.
 */
public class StateForbids extends RuntimeException {

	public StateForbids(String message) {
		super(message);
	}

}
