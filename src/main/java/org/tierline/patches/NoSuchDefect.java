package org.tierline.patches;

/** There is no defect of that number. */
public class NoSuchDefect extends RuntimeException {

	public NoSuchDefect(DefectNumber number) {
		super("There is no defect " + number);
	}

}
