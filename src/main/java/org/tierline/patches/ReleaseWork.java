package org.tierline.patches;

import java.util.List;
import java.util.Optional;

/**
 * What the steps of the processes do to a release; nobody else calls it. Every verb joins
 * the step's transaction.
 */
public interface ReleaseWork {

	/**
	 * Stores a planned release.
	 * @throws ReleaseExists if the name is taken
	 */
	void plan(NewRelease release, String who);

	/**
	 * Stores a hotfix that is out at once, for the companies with priority updates (R15).
	 * @return its name
	 */
	String publishEarly(DefectNumber number, String who);

	/**
	 * Whether a release was out that brought the fix which was verified last, and was
	 * taken back.
	 */
	boolean wasTakenBack(DefectNumber number);

	/** The name of the early fix that brings what was verified last, if there is one. */
	Optional<String> earlyFix(DefectNumber number);

	/**
	 * Locks the release until the transaction ends.
	 * @throws NoSuchRelease if there is none
	 */
	Release lock(String name);

	/** Plans the defect for this release and for no other. */
	void include(String name, DefectNumber number, String who);

	/** Plans it for a frozen release, and keeps why. */
	void include(String name, DefectNumber number, String who, String reason);

	/** Keeps what customers shall read; null: what the defects say. */
	void note(String name, String notes);

	/** The defect is in no release any more that is still to come. */
	void exclude(DefectNumber number, String who, String why);

	/** Keeps what was said; an approved release may be published. */
	void approve(String name, boolean approved, String who, String note);

	void publish(String name, String who);

	/**
	 * Takes the release back: its deliveries that are under way are dropped, and those
	 * that were made count for nothing, so that their cases wait for another release.
	 */
	void withdraw(String name, String who, String why);

	/** The defects that the release brings to every waiting case, by number. */
	List<DefectNumber> defects(String name);

	/** The defects whose early fix the release is, by number. */
	List<DefectNumber> earlyDefects(String name);

}
