package org.tierline.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.tierline.sla.SlaTargets;
import org.tierline.sla.Target;
import org.tierline.sla.TargetClock;
import org.tierline.sla.WorkingTime;

/**
 * Makes the clocks of a case follow what the table promises: at the opening, and whenever
 * severity, plan, site or table change.
 */
@Component
class Promises {

	private final ClockRows rows;

	private final ClockMoves moves;

	private final News news;

	private final SiteTime siteTime;

	Promises(ClockRows rows, ClockMoves moves, News news, SiteTime siteTime) {
		this.rows = rows;
		this.moves = moves;
		this.news = news;
		this.siteTime = siteTime;
	}

	/** Nothing was answered yet, and the case is with us. */
	void make(SupportCase supportCase, SlaTargets targets, Instant at) {
		Promise promise = new Promise(supportCase, targets, at, this.siteTime.of(supportCase), Optional::empty);
		promise.targets().forEach((target) -> insert(promise, target));
		this.rows.promisedBy(supportCase.number(), targets.version());
	}

	/**
	 * Open clocks follow; those that the new promise lacks end (F4, F5), those it adds
	 * start. What does not move stays untouched (F6).
	 * @param at from when on the new promise counts
	 * @return whether a deadline has moved
	 */
	boolean follow(SupportCase supportCase, SlaTargets targets, Instant at) {
		List<ClockRows.Row> present = this.rows.of(supportCase.number());
		Promise promise = new Promise(supportCase, targets, at, this.siteTime.of(supportCase),
				() -> this.news.last(supportCase.number()));
		boolean moved = false;
		for (ClockRows.Row row : present) {
			moved |= follow(row, promise);
		}
		List<Target> missing = promise.targets().filter((target) -> isMissing(target, present)).toList();
		missing.forEach((target) -> insert(promise, target));
		this.rows.promisedBy(supportCase.number(), targets.version());
		return moved || !missing.isEmpty();
	}

	private boolean follow(ClockRows.Row row, Promise promise) {
		TargetClock clock = row.clock();
		WorkingTime time = promise.times().of(clock.calendar());
		Instant at = promise.from(clock);
		TargetClock after = promise.follow(clock, time, at);
		boolean moved = !after.samePromise(clock, at);
		if (moved) {
			this.moves.keep(row, after, time, at, promise.standsWhy());
		}
		return moved;
	}

	private static boolean isMissing(Target target, List<ClockRows.Row> present) {
		return present.stream().noneMatch((row) -> row.clock().target() == target);
	}

	private void insert(Promise promise, Target target) {
		this.rows.insert(promise.supportCase().number(), promise.fresh(target, promise.at()), promise.standsWhy());
	}

	/**
	 * A promise for a case as it stands.
	 *
	 * @param news when the customer had news last, or the case came back to us; empty:
	 * nobody has answered yet
	 */
	record Promise(SupportCase supportCase, SlaTargets row, Instant at, CaseTime times,
			Supplier<Optional<Instant>> news) {

		Stream<Target> targets() {
			return Stream.of(Target.values()).filter((target) -> this.row.of(target) != null);
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
			return (clock.metAt() != null) ? clock : clock.repromise(this.row.calendar(), this.row.of(clock.target()),
					time, this.times.of(this.row.calendar()), from);
		}

		/**
		 * A clock is evaluated when it is made: it runs, waits or is met already (F19).
		 */
		TargetClock fresh(Target target, Instant from) {
			WorkingTime time = this.times.of(this.row.calendar());
			return switch (target) {
				case RESPONSE ->
					this.news.get().isPresent() ? start(target, from).meet(time, from) : start(target, from);
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
			return TargetClock.start(target, this.row.calendar(), this.row.of(target),
					this.times.of(this.row.calendar()), from);
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

}
