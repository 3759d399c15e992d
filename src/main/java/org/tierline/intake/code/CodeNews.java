package org.tierline.intake.code;

import java.util.List;

/**
 * What a call of a code host tells, whichever host it is.
 *
 * @param changes commits and merges, oldest first
 * @param tag the release that was tagged, or null
 */
record CodeNews(List<Change> changes, Tag tag) {

	static final CodeNews NONE = new CodeNews(List.of(), null);

	static CodeNews of(Change change) {
		return new CodeNews(List.of(change), null);
	}

	static CodeNews of(Tag tag) {
		return new CodeNews(List.of(), tag);
	}

	/**
	 * A commit or a merge.
	 *
	 * @param merge whether a pull or merge request was merged; else a commit
	 * @param text where defects are named
	 * @param done whether it is on the branch that releases are made from
	 */
	record Change(boolean merge, String url, String title, String who, String text, boolean done) {
	}

	/**
	 * A tag, or a release made of one.
	 *
	 * @param text its notes, where defects are named
	 */
	record Tag(String name, String url, String who, String text) {
	}

}
