package org.tierline.cases;

import java.util.Optional;

import org.tierline.sla.Target;
import org.tierline.sla.TargetClock;

/** A deadline that had been warned of or breached is of no interest any more. */
public record DeadlineOver(CaseNumber number, Target target, int deadlineNo, Why why) {

	/** What a move of the clock means for its deadline; empty: it stands. */
	static Optional<DeadlineOver> of(CaseNumber number, TargetClock before, TargetClock after) {
		return Optional.ofNullable(why(before, after))
			.map((why) -> new DeadlineOver(number, before.target(), before.deadlineNo(), why));
	}

	private static Why why(TargetClock before, TargetClock after) {
		if (before.deadlineNo() != after.deadlineNo()) {
			return Why.MOVED;
		}
		if (isOwed(before) && !isOwed(after)) {
			return (after.metAt() != null) ? Why.MET : Why.ENDED;
		}
		return null;
	}

	private static boolean isOwed(TargetClock clock) {
		return clock.isRunning() || clock.isPaused();
	}

	/** What became of it. */
	public enum Why implements Word {

		/** What was promised has been done. */
		MET,
		/**
		 * Another deadline has taken its place: an answer, a new promise, a reopening.
		 */
		MOVED,
		/** Nothing is owed any more. */
		ENDED

	}

}
