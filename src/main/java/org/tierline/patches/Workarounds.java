package org.tierline.patches;

import java.util.List;
import java.util.Optional;

import org.tierline.cases.CaseNumber;

/** Which case is told which workaround of its defect: once (R12, R21). */
public interface Workarounds {

	/**
	 * The notice for a case that is tied only now; empty if nothing is known that helps,
	 * or if it was told that before. Whoever asks tells it in the same transaction.
	 */
	Optional<Notice> forLate(DefectNumber number, CaseNumber supportCase);

	/** What is still to be told. */
	List<Notice> due(int limit);

	/**
	 * Whether the notice still matters: it is the newest of its defect, for which the
	 * case still waits. Lock the case before.
	 */
	boolean matters(Notice notice);

	/**
	 * Notes that it was told, or that it is not to be told any more.
	 * @return false if that was noted before: then nothing is to be told
	 */
	boolean done(Notice notice, boolean told);

	/** It could not be told; nobody tries again. */
	void failed(Notice notice, String fault);

	/**
	 * A workaround for a case.
	 *
	 * @param who wrote it
	 */
	record Notice(long workaround, DefectNumber defect, CaseNumber number, String who, String body) {
	}

}
