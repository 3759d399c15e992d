package org.tierline.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.BadUserRequestException;

/**
 * A submission breaks the rules of its form or of a step; nothing was changed. Names
 * every wrong field at once. The engine's doors answer it with 400, and its log is not
 * filled with what somebody mistyped.
 */
public class SubmissionRefused extends BadUserRequestException {

	private final transient List<Problem> problems;

	public SubmissionRefused(List<Problem> problems) {
		super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
		this.problems = List.copyOf(problems);
	}

	public SubmissionRefused(String field, String message) {
		this(List.of(new Problem(field, message)));
	}

	public List<Problem> problems() {
		return this.problems;
	}

	/** The refusal behind a failure of the engine, which wraps what steps throw. */
	public static Optional<SubmissionRefused> in(Throwable failure) {
		return Causes.find(failure, SubmissionRefused.class);
	}

}
