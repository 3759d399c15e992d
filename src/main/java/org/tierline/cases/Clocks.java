package org.tierline.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.tierline.customers.Site;
import org.tierline.sla.CalendarKind;
import org.tierline.sla.SlaTargets;
import org.tierline.sla.Target;
import org.tierline.sla.TargetClock;
import org.tierline.sla.WorkingTime;

import org.springframework.stereotype.Component;

/**
 * The clocks of the cases: what happens to a case moves them, their rows keep every move.
 */
@Component
class Clocks {

	/** After a reopening nothing breaches before a working hour has passed. */
	private static final Duration GRACE = Duration.ofHours(1);

	private final ClockRows rows;

	private final SiteTime siteTime;

	Clocks(ClockRows rows, SiteTime siteTime) {
		this.rows = rows;
		this.siteTime = siteTime;
	}

	/**
	 * Response and resolution run from the opening; the update clock waits for the first
	 * answer.
	 */
	void start(SupportCase supportCase, SlaTargets targets, Instant at) {
		Stream.of(Target.values())
			.filter((target) -> targets.of(target) != null)
			.forEach(
					(target) -> this.rows.insert(supportCase.number(), fresh(supportCase, targets, target, at, false)));
		this.rows.promisedBy(supportCase.number(), targets.version());
	}

	/**
	 * A person answered: the response is met, the next update is due one target later.
	 */
	void answered(SupportCase supportCase, Instant now) {
		boolean withUs = supportCase.status() == Status.OPEN || supportCase.status() == Status.WAITING_FOR_PATCH;
		change(supportCase, now, null, (clock, time) -> switch (clock.target()) {
			case RESPONSE -> clock.meet(time, now);
			case UPDATE -> withUs ? clock.restart(time, now) : clock;
			case RESOLUTION -> clock;
		});
	}

	/**
	 * The customer owes an answer; a response that is still owed is owed all the same.
	 */
	void pause(SupportCase supportCase, Instant now, String reason) {
		change(supportCase, now, reason,
				(clock, time) -> (clock.target() != Target.RESPONSE) ? clock.pause(time, now) : clock);
	}

	/** The case is with us again; the customer waits for news from now on. */
	void resume(SupportCase supportCase, Instant now) {
		boolean answered = isAnswered(supportCase);
		change(supportCase, now, null, (clock, time) -> switch (clock.target()) {
			case RESPONSE -> clock;
			case UPDATE -> answered ? clock.restart(time, now) : clock;
			case RESOLUTION -> clock.resume(time, now);
		});
	}

	/** Tier 3: progress reports at the update target replace the resolution target. */
	void awaitRelease(SupportCase supportCase, Instant now) {
		change(supportCase, now, "waiting for a release",
				(clock, time) -> (clock.target() == Target.RESOLUTION) ? clock.pause(time, now) : clock);
	}

	void solved(SupportCase supportCase, Instant now) {
		change(supportCase, now, null,
				(clock, time) -> (clock.target() == Target.UPDATE) ? clock.end(time, now) : clock.meet(time, now));
	}

	/** Withdrawn or merged: nothing is owed any more. */
	void end(SupportCase supportCase, Instant now) {
		change(supportCase, now, null, (clock, time) -> clock.end(time, now));
	}

	/**
	 * Resolved or closed time is not counted (F10); no alarm within the first working
	 * hour (F14).
	 */
	void reopened(SupportCase supportCase, Instant now) {
		change(supportCase, now, null, (clock, time) -> switch (clock.target()) {
			case RESPONSE -> clock;
			case UPDATE -> clock.restart(time, now);
			case RESOLUTION -> clock.reopen(time, now, GRACE);
		});
	}

	/**
	 * Open clocks follow a new promise; those it lacks end (F4, F5), those it adds start.
	 */
	void revise(SupportCase supportCase, SlaTargets targets, Instant now) {
		change(supportCase, now, null, repromise(supportCase, targets, now));
		addMissing(supportCase, targets, now);
	}

	/**
	 * The same after a change of the plan, the site or the table, from then on: until
	 * then the site counts as it was. What does not move stays untouched (F6).
	 * @return whether a deadline has moved
	 */
	boolean follow(SupportCase supportCase, SlaTargets targets, Site before, Instant changedAt) {
		boolean moved = false;
		for (ClockRows.Row row : of(supportCase.number())) {
			TargetClock clock = row.clock();
			WorkingTime time = (clock.calendar() == CalendarKind.ALWAYS) ? WorkingTime.always() : SiteTime.of(before);
			Instant at = later(changedAt, clock.runningSince());
			TargetClock after = repromise(supportCase, targets, at).apply(clock, time);
			if (!after.samePromise(clock)) {
				keep(row, after, time, at, null);
				moved = true;
			}
		}
		return addMissing(supportCase, targets, changedAt) || moved;
	}

	private static Instant later(Instant a, Instant b) {
		return (b != null && b.isAfter(a)) ? b : a;
	}

	private BiFunction<TargetClock, WorkingTime, TargetClock> repromise(SupportCase supportCase, SlaTargets targets,
			Instant at) {
		boolean answered = isAnswered(supportCase);
		WorkingTime newTime = this.siteTime.of(supportCase.companyId(), targets.calendar());
		return (clock, time) -> {
			if (targets.of(clock.target()) == null) {
				return clock.end(time, at);
			}
			return clock.isEndedUnmet() ? clock.succeededBy(fresh(supportCase, targets, clock.target(), at, answered))
					: repromised(clock, targets, time, newTime, at);
		};
	}

	private boolean addMissing(SupportCase supportCase, SlaTargets targets, Instant at) {
		boolean answered = isAnswered(supportCase);
		List<Target> missing = missing(supportCase, targets);
		missing.forEach(
				(target) -> this.rows.insert(supportCase.number(), fresh(supportCase, targets, target, at, answered)));
		this.rows.promisedBy(supportCase.number(), targets.version());
		return !missing.isEmpty();
	}

	/** What each clock shows, by case. */
	Map<CaseNumber, Map<Target, ClockReading>> readings(Collection<CaseNumber> numbers, Instant now) {
		Map<CaseNumber, Map<Target, ClockReading>> readings = new HashMap<>();
		this.rows.of(numbers)
			.forEach((row) -> readings.computeIfAbsent(row.number(), (n) -> new EnumMap<>(Target.class))
				.put(row.clock().target(), Readings.of(row.clock(), now)));
		return readings;
	}

	Map<Target, ClockReading> readings(CaseNumber number, Instant now) {
		return readings(List.of(number), now).getOrDefault(number, Map.of());
	}

	/** The rows of the case's clocks. */
	List<ClockRows.Row> of(CaseNumber number) {
		return this.rows.of(List.of(number));
	}

	private boolean isAnswered(SupportCase supportCase) {
		return of(supportCase.number()).stream()
			.anyMatch((row) -> row.clock().target() == Target.RESPONSE && row.clock().metAt() != null);
	}

	/** Targets that the new promise has and the case never had. */
	private List<Target> missing(SupportCase supportCase, SlaTargets targets) {
		List<Target> present = of(supportCase.number()).stream().map((row) -> row.clock().target()).toList();
		return Stream.of(Target.values())
			.filter((target) -> targets.of(target) != null && !present.contains(target))
			.toList();
	}

	/** The update clock waits for the first answer (F3); the others run at once. */
	private TargetClock fresh(SupportCase supportCase, SlaTargets targets, Target target, Instant at,
			boolean answered) {
		return (target == Target.UPDATE && !answered)
				? TargetClock.dormant(target, targets.calendar(), targets.of(target), at)
				: TargetClock.start(target, targets.calendar(), targets.of(target),
						this.siteTime.of(supportCase.companyId(), targets.calendar()), at);
	}

	private static TargetClock repromised(TargetClock clock, SlaTargets targets, WorkingTime time, WorkingTime newTime,
			Instant now) {
		return (clock.metAt() != null) ? clock
				: clock.repromise(targets.calendar(), targets.of(clock.target()), time, newTime, now);
	}

	private void change(SupportCase supportCase, Instant now, String reason,
			BiFunction<TargetClock, WorkingTime, TargetClock> move) {
		for (ClockRows.Row row : of(supportCase.number())) {
			WorkingTime time = this.siteTime.of(supportCase.companyId(), row.clock().calendar());
			keep(row, move.apply(row.clock(), time), time, now, reason);
		}
	}

	private void keep(ClockRows.Row row, TargetClock after, WorkingTime time, Instant now, String reason) {
		TargetClock before = row.clock();
		if (after.equals(before)) {
			return;
		}
		Duration used = before.used();
		if (before.isRunning() && !before.runningSince().equals(after.runningSince())) {
			Duration working = time.between(before.runningSince(), now);
			this.rows.ran(row, before.runningSince(), now, working);
			used = used.plus(working);
		}
		if (before.isPaused() && !after.isPaused()) {
			this.rows.stood(row, before.pausedSince(), now);
		}
		boolean fromNothing = after.used().compareTo(used) < 0;
		this.rows.update(row, after, fromNothing ? row.period() + 1 : row.period(), pausedWhy(row, after, reason));
	}

	private static String pausedWhy(ClockRows.Row row, TargetClock after, String reason) {
		if (!after.isPaused()) {
			return null;
		}
		return row.clock().isPaused() ? row.pausedWhy() : reason;
	}

}
