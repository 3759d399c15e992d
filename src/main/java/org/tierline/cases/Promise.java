package org.tierline.cases;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.tierline.sla.SlaTargets;
import org.tierline.sla.Target;
import org.tierline.sla.TargetClock;
import org.tierline.sla.WorkingTime;

/**
 * A promise for a case as it stands.
 *
 * @param news when the customer had news last, or the case came back to us; empty: nobody
 * has answered yet
 */
record Promise(SupportCase supportCase, SlaTargets row, Instant at, CaseTime times, Supplier<Optional<Instant>> news) {

	Stream<Target> targets() {
		return Stream.of(Target.values()).filter((target) -> this.row.of(target) != null);
	}

	/** A clock that the case did not have. */
	ClockWrites.NewClock added(Target target) {
		return new ClockWrites.NewClock(this.supportCase.number(), fresh(target, this.at), standsWhy(),
				this.row.version());
	}

	/** What becomes of a clock; empty: it promises the same and is not touched. */
	Optional<ClockMove> moved(ClockRows.Row present) {
		TargetClock clock = present.clock();
		WorkingTime time = this.times.of(clock.calendar());
		Instant from = from(clock);
		TargetClock after = follow(clock, time, from);
		return after.samePromise(clock, from) ? Optional.empty()
				: ClockMove.of(present, after, time, from, standsWhy()).map((move) -> move.by(this.row.version()));
	}

	/** A clock that has begun or stood still after that goes on from there. */
	Instant from(TargetClock clock) {
		return Stream.of(clock.runningSince(), clock.pausedSince(), this.at)
			.filter((instant) -> instant != null)
			.max(Instant::compareTo)
			.orElseThrow();
	}

	TargetClock follow(TargetClock clock, WorkingTime time, Instant from) {
		if (this.row.of(clock.target()) == null) {
			return clock.end(time, from);
		}
		if (clock.isEndedUnmet()) {
			return clock.succeededBy(fresh(clock.target(), from));
		}
		return (clock.metAt() != null) ? clock : clock.repromise(this.row.calendar(), this.row.of(clock.target()), time,
				this.times.of(this.row.calendar()), from);
	}

	/**
	 * A clock is evaluated when it is made: it runs, waits or is met already (F19).
	 */
	TargetClock fresh(Target target, Instant from) {
		WorkingTime time = this.times.of(this.row.calendar());
		return switch (target) {
			case RESPONSE -> this.news.get().isPresent() ? start(target, from).meet(time, from) : start(target, from);
			case UPDATE -> this.news.get().map((since) -> update(time, since, from)).orElseGet(() -> dormant(from));
			case RESOLUTION -> (this.supportCase.status() == Status.OPEN) ? start(target, from)
					: start(target, from).pause(time, from);
		};
	}

	/** The customer waits for news since the last ones (F2, F3). */
	private TargetClock update(WorkingTime time, Instant since, Instant from) {
		if (this.supportCase.status() == Status.WAITING_FOR_CUSTOMER) {
			return start(Target.UPDATE, from).pause(time, from);
		}
		TargetClock clock = start(Target.UPDATE, since);
		return since.isBefore(from) ? clock.sparedAt(time, from) : clock;
	}

	/** The update clock waits for the first answer (F3). */
	private TargetClock dormant(Instant from) {
		return TargetClock.dormant(Target.UPDATE, this.row.calendar(), this.row.update(), from);
	}

	private TargetClock start(Target target, Instant from) {
		return TargetClock.start(target, this.row.calendar(), this.row.of(target), this.times.of(this.row.calendar()),
				from);
	}

	/** Why a clock that is made now stands. */
	String standsWhy() {
		return switch (this.supportCase.status()) {
			case WAITING_FOR_CUSTOMER -> Clocks.FOR_CUSTOMER;
			case WAITING_FOR_PATCH -> Clocks.FOR_RELEASE;
			default -> null;
		};
	}

}
