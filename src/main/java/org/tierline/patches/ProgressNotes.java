package org.tierline.patches;

import java.time.Instant;
import java.util.Optional;

/**
 * What people write about a defect's progress in the words of customers. A note counts
 * until the defect's state changes: what it says of the analysis is wrong once the fix is
 * there.
 */
public interface ProgressNotes {

	/** The note that counts now. */
	Optional<Note> of(DefectNumber number);

	/** Another word whenever the state or the note has changed. */
	String version(DefectNumber number);

	/**
	 * Writes a note for the present state; lock the defect before.
	 * @param text null: the note that counts is taken back
	 */
	void write(DefectNumber number, String text, String who);

	/** A note and who wrote it. */
	record Note(String text, String who, Instant at) {
	}

}
