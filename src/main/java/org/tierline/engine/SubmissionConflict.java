package org.tierline.engine;

import java.util.Optional;

/**
 * A submission comes too late or out of turn: the task is done already, or the state of
 * its case forbids the step. Nothing was changed. The engine's doors answer it with 409.
 */
public class SubmissionConflict extends RuntimeException {

	public SubmissionConflict(String message) {
		super(message);
	}

	SubmissionConflict(String message, Throwable cause) {
		super(message, cause);
	}

	/** The conflict behind a failure of the engine, which wraps what steps throw. */
	public static Optional<SubmissionConflict> in(Throwable failure) {
		return Causes.find(failure, SubmissionConflict.class);
	}

}
