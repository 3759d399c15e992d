package org.tierline.patches;

import java.util.List;

/** From a defect to the code of its fix, as the developers' tools tell it. */
public interface DefectLinks {

	/**
	 * Adds a link, once: nothing happens if the defect has one to that address. An
	 * address that is no web page, or longer than 2,000 characters, is left out.
	 */
	void add(DefectNumber number, DefectLink link);

	/** Oldest first. */
	List<DefectLink> of(DefectNumber number);

}
