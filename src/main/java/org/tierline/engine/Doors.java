package org.tierline.engine;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.exception.RestException;

/**
 * Turns what checks and steps refuse into the exceptions that the engine's REST answers
 * with 400 or 409; whatever else fails stays as it is.
 */
final class Doors {

	static final String DONE_ALREADY = "This task is done: somebody else has completed it already";

	private Doors() {
	}

	/** REST knows one exception that makes a refused task form a 400. */
	static <T> T ofTasks(Supplier<T> work) {
		return open(work,
				(refused) -> new FormFieldValidationException(refused.problems(), refused.getMessage(), refused));
	}

	/** At starts and elsewhere REST makes a 500 of that one, but lets its own through. */
	static <T> T ofCalls(Supplier<T> work) {
		return open(work, (refused) -> new InvalidRequestException(Status.BAD_REQUEST, refused, refused.getMessage()));
	}

	private static <T> T open(Supplier<T> work, Function<SubmissionRefused, RuntimeException> refusal) {
		// Inside a step of the engine nobody stands at the door yet.
		if (Context.getCommandContext() != null) {
			return work.get();
		}
		try {
			return work.get();
		}
		catch (RuntimeException ex) {
			throw answer(ex, refusal);
		}
	}

	private static RuntimeException answer(RuntimeException failure,
			Function<SubmissionRefused, RuntimeException> refusal) {
		Optional<SubmissionRefused> refused = SubmissionRefused.in(failure);
		return refused.map(refusal).or(() -> conflict(failure).map(Doors::answer)).orElse(failure);
	}

	private static Optional<SubmissionConflict> conflict(RuntimeException failure) {
		return SubmissionConflict.in(failure)
			.or(() -> Causes.find(failure, OptimisticLockingException.class)
				.map((cause) -> new SubmissionConflict(DONE_ALREADY, cause)))
			.or(() -> Causes.find(failure, TaskAlreadyClaimedException.class)
				.map((cause) -> new SubmissionConflict("Somebody else has claimed this task already", cause)))
			.or(() -> Causes.find(failure, SuspendedEntityInteractionException.class)
				.map((cause) -> new SubmissionConflict("This work is suspended", cause)));
	}

	private static RuntimeException answer(SubmissionConflict conflict) {
		return new RestException(Status.CONFLICT, conflict, conflict.getMessage());
	}

}
