package org.tierline.patches;

/** There is no release of that name. */
public class NoSuchRelease extends RuntimeException {

	public NoSuchRelease(String name) {
		super("There is no release " + name);
	}

}
