package org.tierline.lifecycle;

import java.util.Optional;

import org.tierline.cases.CaseNumber;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.ProgressNotes.Note;
import org.tierline.patches.ProgressRequests.Request;

/**
 * What customers are told of a defect while they wait for its fix. An unknown number
 * throws {@link org.tierline.patches.NoSuchDefect}, what the state forbids
 * {@link org.tierline.cases.StateForbids}.
 */
public interface DefectProgress {

	/** The report as it would go out now. */
	Preview of(DefectNumber number);

	/**
	 * Writes for customers where the defect stands; it counts until the state changes.
	 * @param text null: what the state says counts again
	 * @param version of the preview that the writer has seen; null: one without a note
	 * @throws org.tierline.cases.StateForbids if state or note have changed since, or if
	 * the defect is rejected
	 */
	void write(DefectNumber number, String text, String version);

	/**
	 * Tells everybody who waits, soon, and each once; the next reports are due one update
	 * target later.
	 * @param key of the caller, or null: what is sent twice asks once
	 * @throws org.tierline.cases.StateForbids if nobody waits
	 */
	Request tell(DefectNumber number, String key);

	/**
	 * A report before it goes out.
	 *
	 * @param note what somebody wrote for the present state, if anybody did
	 * @param version another word whenever state or note have changed
	 * @param waiting how many cases would get it
	 * @param example one of them, if there is one
	 * @param report what its customer would read
	 * @param last who wanted everybody to be told last, and how far that is
	 */
	record Preview(DefectNumber number, DefectState state, Optional<Note> note, String version, int waiting,
			Optional<CaseNumber> example, Optional<String> report, Optional<Request> last) {
	}

}
