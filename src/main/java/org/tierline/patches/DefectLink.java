package org.tierline.patches;

import java.time.Instant;

import org.tierline.cases.Word;

/**
 * Where the code of a defect's fix is.
 *
 * @param url at the code host
 * @param title first line of the commit, title of the merge, or name of the tag
 * @param who as the code host calls that person; may be empty
 * @param at when it was told; null while it is being told
 */
public record DefectLink(Kind kind, String url, String title, String who, Instant at) {

	/** What lies there. */
	public enum Kind implements Word {

		COMMIT, MERGE, TAG

	}

}
