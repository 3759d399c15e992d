package org.tierline.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.tierline.sla.TargetClock;
import org.tierline.sla.WorkingTime;

/**
 * What becomes of a stored clock, and what goes into the ledger of what it did until
 * then.
 *
 * @param tableVersion of the table by which it is promised from now on
 * @param pausedWhy why it stands, if it does
 * @param done what it has done until now; null if it goes on doing that
 */
record ClockMove(ClockRows.Row before, TargetClock after, Integer tableVersion, int period, String pausedWhy,
		Done done) {

	/**
	 * The move, in which the clock keeps its promise; empty if nothing changes.
	 * @param time in which the clock has run until now
	 * @param reason why a clock stands that is paused by this
	 */
	static Optional<ClockMove> of(ClockRows.Row row, TargetClock after, WorkingTime time, Instant now, String reason) {
		if (after.equals(row.clock())) {
			return Optional.empty();
		}
		Done done = done(row, after, time, now);
		Duration used = (done != null) ? row.clock().used().plus(done.working()) : row.clock().used();
		boolean fromNothing = after.used().compareTo(used) < 0;
		return Optional.of(new ClockMove(row, after, row.tableVersion(), fromNothing ? row.period() + 1 : row.period(),
				pausedWhy(row, after, reason), done));
	}

	/** The clock is promised anew; one that is over stays as it was promised. */
	ClockMove by(Integer version) {
		boolean over = this.after.metAt() != null || this.after.endedAt() != null;
		return new ClockMove(this.before, this.after, over ? this.tableVersion : version, this.period, this.pausedWhy,
				this.done);
	}

	/** The clock as it is stored then; a new deadline has not sounded yet. */
	ClockRows.Row row() {
		boolean same = this.after.deadlineNo() == this.before.clock().deadlineNo();
		return new ClockRows.Row(this.before.id(), this.before.number(), this.after,
				same ? this.before.sounded() : List.of(), this.tableVersion, this.period, this.pausedWhy);
	}

	/** What somebody who heard of the deadline should know; empty: it stands. */
	Optional<DeadlineOver> deadlineOver() {
		return this.before.sounded().isEmpty() ? Optional.empty()
				: DeadlineOver.of(this.before.number(), this.before.clock(), this.after);
	}

	private static Done done(ClockRows.Row row, TargetClock after, WorkingTime time, Instant now) {
		TargetClock before = row.clock();
		if (before.isRunning() && !before.runningSince().equals(after.runningSince())) {
			return new Done("running", before.runningSince(), now, time.between(before.runningSince(), now), null);
		}
		if (before.isPaused() && !after.isPaused()) {
			return new Done("paused", before.pausedSince(), now, Duration.ZERO, row.pausedWhy());
		}
		return null;
	}

	private static String pausedWhy(ClockRows.Row row, TargetClock after, String reason) {
		if (!after.isPaused()) {
			return null;
		}
		return row.clock().isPaused() ? row.pausedWhy() : reason;
	}

	/**
	 * A stretch that is over.
	 *
	 * @param kind running or paused
	 * @param working working time that it counted
	 */
	record Done(String kind, Instant from, Instant to, Duration working, String reason) {
	}

}
