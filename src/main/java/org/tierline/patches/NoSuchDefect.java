package org.tierline.patches;

/** There is no defect of that number. */
public class NoSuchDefect extends RuntimeException {

	public NoSuchDefect(DefectNumber number) {
		this(number.value());
	}

	/** For what somebody took for a number. */
	public NoSuchDefect(String number) {
		super("There is no defect " + number);
	}

}
