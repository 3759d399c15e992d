package org.tierline.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * The clock of one target: how much working time is promised and used, and when it is
 * due. A value: each operation makes the next. Due instants are whole milliseconds,
 * rounded up, so that nobody gets less than was promised.
 *
 * @param used working time used before {@code runningSince}
 * @param floor used time before which it is not due: a clock that goes on after a
 * reopening has a working hour's grace (F14)
 * @param runningSince null while it stands
 * @param pausedSince null unless it waits for somebody else
 * @param dueAt null while paused and after the end of a clock that was not met
 * @param warnAt when three quarters of the promised time have passed; null as dueAt
 * @param breachedAt the due instant of the present deadline, once it was found passed
 * @param deadlineNo counts the deadlines this clock has had; warnings and breaches happen
 * once in each
 */
public record TargetClock(Target target, CalendarKind calendar, Duration promised, Duration used, Duration floor,
		Instant startedAt, Instant runningSince, Instant pausedSince, Instant dueAt, Instant warnAt, Instant breachedAt,
		Instant metAt, Instant endedAt, int deadlineNo) {

	/** Nothing is due before so much working time has passed after a reopening (F14). */
	private static final Duration GRACE = Duration.ofHours(1);

	/** A clock that runs from {@code at}. */
	public static TargetClock start(Target target, CalendarKind calendar, Duration promised, WorkingTime time,
			Instant at) {
		return dormant(target, calendar, promised, at).run(time, at);
	}

	/**
	 * A clock that waits to be started by {@link #restart}: the update clock before the
	 * first answer.
	 */
	public static TargetClock dormant(Target target, CalendarKind calendar, Duration promised, Instant at) {
		return new TargetClock(target, calendar, promised, Duration.ZERO, Duration.ZERO, at, null, null, null, null,
				null, null, null, 1);
	}

	public boolean isRunning() {
		return this.runningSince != null;
	}

	public boolean isPaused() {
		return this.pausedSince != null;
	}

	/** The due instant of the present deadline, once it has passed unmet. */
	public Optional<Instant> breachedAt(Instant now) {
		boolean passed = isRunning() && !this.dueAt.isAfter(now);
		return Optional.ofNullable((this.breachedAt == null && passed) ? this.dueAt : this.breachedAt);
	}

	/** Working time that was left when the clock was paused. */
	public Duration remaining() {
		Duration left = allowed().minus(this.used);
		return left.isNegative() ? Duration.ZERO : left;
	}

	/**
	 * The working time after which it is due: what is promised, or the end of its grace.
	 */
	public Duration allowed() {
		return longer(this.promised, this.floor);
	}

	/** Stands still until {@link #resume}; used time is kept. */
	public TargetClock pause(WorkingTime time, Instant now) {
		return isRunning() ? stop(time, now).with(null, now, null, null, null, null) : this;
	}

	/** Goes on with what was used before the pause. */
	public TargetClock resume(WorkingTime time, Instant now) {
		return isPaused() ? run(time, now) : this;
	}

	/** What was promised has been done, in time or late. */
	public TargetClock meet(WorkingTime time, Instant now) {
		if (this.metAt != null || this.endedAt != null) {
			return this;
		}
		TargetClock stopped = stop(time, now);
		return stopped.with(null, null, stopped.dueAt, stopped.warnAt, now, null);
	}

	/**
	 * Over without having been met: the case was withdrawn, or the target is promised no
	 * more.
	 */
	public TargetClock end(WorkingTime time, Instant now) {
		return (this.metAt != null || this.endedAt != null) ? this
				: stop(time, now).with(null, null, null, null, null, now);
	}

	/**
	 * The whole promised time anew, from now: the customer has just had news. What is
	 * promised no more stays ended (F5).
	 */
	public TargetClock restart(WorkingTime time, Instant now) {
		return isEndedUnmet() ? this : anew(Duration.ZERO, Duration.ZERO).run(time, now);
	}

	/** Nothing is owed until {@link #restart}: the case is resolved. */
	public TargetClock rest(WorkingTime time, Instant now) {
		TargetClock stopped = stop(time, now);
		return isEndedUnmet() ? this : new TargetClock(this.target, this.calendar, this.promised, stopped.used,
				this.floor, this.startedAt, null, null, null, null, null, this.metAt, null, this.deadlineNo);
	}

	/**
	 * Goes on after the case was resolved or closed: that time is not counted, and
	 * nothing is due before the grace (working time) has passed, whatever happens
	 * meanwhile.
	 */
	public TargetClock reopen(WorkingTime time, Instant now) {
		return isEndedUnmet() ? this : anew(this.used, this.used.plus(GRACE)).run(time, now);
	}

	/** A promise made later than it counts from is not broken when it is made (F18). */
	public TargetClock sparedAt(WorkingTime time, Instant now) {
		Duration spared = time.between(this.runningSince, now).plus(GRACE);
		return anew(this.used, spared).run(time, this.runningSince).numbered(this.deadlineNo);
	}

	private TargetClock anew(Duration newUsed, Duration newFloor) {
		return new TargetClock(this.target, this.calendar, this.promised, newUsed, newFloor, this.startedAt, null, null,
				null, null, null, null, null, this.deadlineNo + 1);
	}

	private TargetClock numbered(int number) {
		return new TargetClock(this.target, this.calendar, this.promised, this.used, this.floor, this.startedAt,
				this.runningSince, this.pausedSince, this.dueAt, this.warnAt, this.breachedAt, this.metAt, this.endedAt,
				number);
	}

	/**
	 * Another promise for the same work: used time and pauses carry over. A clock that
	 * was breached and still is keeps its deadline, so that nothing is told twice.
	 */
	public TargetClock repromise(CalendarKind newCalendar, Duration newPromised, WorkingTime oldTime,
			WorkingTime newTime, Instant now) {
		TargetClock stopped = stop(oldTime, now);
		boolean stillBreached = stopped.breachedAt != null
				&& stopped.used.compareTo(longer(newPromised, this.floor)) >= 0;
		TargetClock changed = new TargetClock(this.target, newCalendar, newPromised, stopped.used, this.floor,
				this.startedAt, null, this.pausedSince, null, null, stillBreached ? stopped.breachedAt : null,
				this.metAt, this.endedAt, stillBreached ? this.deadlineNo : this.deadlineNo + 1);
		return isRunning() ? changed.run(newTime, now) : changed;
	}

	/**
	 * Whether both promise the same and are due at the same instants; a warning that has
	 * passed is of no interest any more, so that it is not given twice (F28).
	 */
	public boolean samePromise(TargetClock other, Instant now) {
		return this.promised.equals(other.promised) && this.calendar == other.calendar
				&& Objects.equals(this.dueAt, other.dueAt) && (this.breachedAt != null || sameWarning(other, now))
				&& Objects.equals(this.metAt, other.metAt) && Objects.equals(this.endedAt, other.endedAt);
	}

	private boolean sameWarning(TargetClock other, Instant now) {
		boolean passed = this.warnAt != null && other.warnAt != null && !this.warnAt.isAfter(now)
				&& !other.warnAt.isAfter(now);
		return passed || Objects.equals(this.warnAt, other.warnAt);
	}

	private TargetClock run(WorkingTime time, Instant now) {
		Instant due = (this.breachedAt != null) ? this.breachedAt : due(time, now, remaining());
		Duration untilWarning = longer(untilWarning(this.promised), this.floor.minus(GRACE.dividedBy(4)))
			.minus(this.used);
		Instant warn = untilWarning.isNegative() ? now : due(time, now, untilWarning);
		return with(now, null, due, warn.isAfter(due) ? due : warn, null, null);
	}

	/**
	 * This clock had ended because nothing was promised; now something is: the next one
	 * continues its count.
	 */
	public TargetClock succeededBy(TargetClock next) {
		return next.numbered(this.deadlineNo + 1);
	}

	/**
	 * Whether it ended unmet: the case was withdrawn, or the target is promised no more.
	 */
	public boolean isEndedUnmet() {
		return this.endedAt != null && this.metAt == null;
	}

	/** Counts what has run until now, and keeps a deadline that has passed on the way. */
	private TargetClock stop(WorkingTime time, Instant now) {
		Duration total = isRunning() ? this.used.plus(time.between(this.runningSince, now)) : this.used;
		return new TargetClock(this.target, this.calendar, this.promised, total, this.floor, this.startedAt, null,
				this.pausedSince, this.dueAt, this.warnAt, breachedAt(now).orElse(null), this.metAt, this.endedAt,
				this.deadlineNo);
	}

	private TargetClock with(Instant running, Instant paused, Instant due, Instant warn, Instant met, Instant ended) {
		return new TargetClock(this.target, this.calendar, this.promised, this.used, this.floor, this.startedAt,
				running, paused, due, warn, this.breachedAt, met, ended, this.deadlineNo);
	}

	/**
	 * No case is turned away because its site hardly works: what is not found within the
	 * search is due at its end.
	 */
	private static Instant due(WorkingTime time, Instant from, Duration working) {
		try {
			return millis(time.due(from, working));
		}
		catch (IllegalStateException ex) {
			return millis(from.plus(WorkingTime.FARTHEST));
		}
	}

	/** A warning goes out when three quarters of the working time have passed. */
	public static Duration untilWarning(Duration promised) {
		return promised.multipliedBy(3).dividedBy(4);
	}

	private static Duration longer(Duration a, Duration b) {
		return (a.compareTo(b) >= 0) ? a : b;
	}

	/** The first whole millisecond that is not before. */
	public static Instant millis(Instant instant) {
		Instant floor = instant.truncatedTo(ChronoUnit.MILLIS);
		return floor.equals(instant) ? floor : floor.plusMillis(1);
	}

}
