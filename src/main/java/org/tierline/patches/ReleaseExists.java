package org.tierline.patches;

import org.tierline.cases.StateForbids;

/** A release of that name is there already; letter case does not tell names apart. */
public class ReleaseExists extends StateForbids {

	public ReleaseExists(String name) {
		super("There is a release " + name + " already");
	}

}
