package org.tierline.engine;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
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

	private static final String MEANWHILE = "Somebody else changed this at the same moment; try again";

	/**
	 * Two met in the database: serialization, deadlock, or one's rows are gone or in use
	 * that the other had read.
	 */
	private static final Set<String> OVERTAKEN = Set.of("40001", "40P01", "23503");

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
				.map((cause) -> new SubmissionConflict("This work is suspended", cause)))
			.or(() -> Causes.find(failure, SQLException.class)
				.filter((cause) -> OVERTAKEN.contains(cause.getSQLState()))
				.map((cause) -> new SubmissionConflict(MEANWHILE, cause)));
	}

	/** Whatever failed with a task that is gone, failed because somebody was quicker. */
	static <T> Supplier<T> unlessGone(BooleanSupplier gone, Supplier<T> work) {
		return () -> {
			try {
				return work.get();
			}
			catch (RuntimeException ex) {
				if (Context.getCommandContext() == null && gone.getAsBoolean()) {
					throw new SubmissionConflict(DONE_ALREADY, ex);
				}
				throw ex;
			}
		};
	}

	private static RuntimeException answer(SubmissionConflict conflict) {
		return new RestException(Status.CONFLICT, conflict, conflict.getMessage());
	}

}
