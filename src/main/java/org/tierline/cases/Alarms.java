package org.tierline.cases;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.tierline.sla.Target;
import org.tierline.sla.TargetClock;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Warnings and breaches: each level of a deadline sounds once, and every level does
 * (F11).
 */
@Component
class Alarms {

	private static final String WARNED = "warned";

	private static final String BREACHED = "breached";

	private static final String ESCALATED = "escalated";

	private final ClockRows rows;

	private final ApplicationEventPublisher facts;

	Alarms(ClockRows rows, ApplicationEventPublisher facts) {
		this.rows = rows;
		this.facts = facts;
	}

	/**
	 * Sounds what is due, in the order in which it fell due; after an outage a warning
	 * may come with its breach.
	 */
	List<Alarm> sound(SupportCase supportCase, Instant now) {
		return ringing(supportCase).stream()
			.flatMap((row) -> Stream.of(new Alarm(row, What.WARNED, row.clock().warnAt()),
					new Alarm(row, What.BREACHED, row.clock().dueAt())))
			.filter((alarm) -> !alarm.due().isAfter(now))
			.sorted(Comparator.comparing(Alarm::due))
			.filter((alarm) -> sound(alarm, now))
			.toList();
	}

	/** The earliest instant at which something will be due. */
	Optional<Instant> next(SupportCase supportCase) {
		Stream<Instant> alarms = ringing(supportCase).stream()
			.flatMap((row) -> Stream.of(row.has(WARNED) ? null : row.clock().warnAt(),
					row.has(BREACHED) || climbs(supportCase, row) ? null : row.clock().dueAt()));
		return Stream.concat(alarms, progressDue(supportCase).stream())
			.filter((instant) -> instant != null)
			.min(Instant::compareTo);
	}

	/** Its breach is told by the escalation, which has a timer of its own. */
	private static boolean climbs(SupportCase supportCase, ClockRows.Row row) {
		return supportCase.tier() == Tier.ONE && row.clock().target() == Target.RESOLUTION && !row.has(ESCALATED);
	}

	/** In Tier 3 the update target is when the next progress report is due. */
	Optional<Instant> progressDue(SupportCase supportCase) {
		return running(supportCase).filter((row) -> isProgress(supportCase, row.clock()))
			.map((row) -> row.clock().dueAt())
			.findFirst();
	}

	/**
	 * When Tier 1 misses the resolution target; empty while it stands or once that has
	 * been acted on.
	 */
	Optional<Instant> escalationDue(SupportCase supportCase) {
		return running(supportCase).filter((row) -> row.clock().target() == Target.RESOLUTION)
			.filter((row) -> !row.has(ESCALATED))
			.map((row) -> row.clock().dueAt())
			.findFirst();
	}

	/**
	 * The missed resolution target has had its consequence: a case handed back later does
	 * not bounce.
	 */
	void escalated(SupportCase supportCase, Instant now) {
		running(supportCase).filter((row) -> row.clock().target() == Target.RESOLUTION)
			.filter((row) -> row.clock().breachedAt(now).isPresent())
			.forEach((row) -> this.rows.sound(row, ESCALATED, row.clock().dueAt(), now));
	}

	private boolean sound(Alarm alarm, Instant now) {
		boolean first = !alarm.row().has(alarm.what().code())
				&& this.rows.sound(alarm.row(), alarm.what().code(), alarm.due(), now);
		if (first) {
			this.facts.publishEvent(alarm.fact(now));
		}
		return first;
	}

	private List<ClockRows.Row> ringing(SupportCase supportCase) {
		return running(supportCase).filter((row) -> !isProgress(supportCase, row.clock())).toList();
	}

	private Stream<ClockRows.Row> running(SupportCase supportCase) {
		return this.rows.of(supportCase.number()).stream().filter((row) -> row.clock().isRunning());
	}

	private static boolean isProgress(SupportCase supportCase, TargetClock clock) {
		return supportCase.status() == Status.WAITING_FOR_PATCH && clock.target() == Target.UPDATE;
	}

	/** A level of a deadline that is due. */
	record Alarm(ClockRows.Row row, What what, Instant due) {

		/** For the timeline. */
		String why() {
			return this.row.clock().target().name().toLowerCase(Locale.ROOT) + " target " + this.due;
		}

		Object fact(Instant now) {
			TargetClock clock = this.row.clock();
			return (this.what == What.WARNED)
					? new DeadlineWarned(this.row.number(), clock.target(), clock.deadlineNo(), clock.calendar(),
							clock.warnAt(), clock.dueAt(), now)
					: new DeadlineBreached(this.row.number(), clock.target(), clock.deadlineNo(), clock.calendar(),
							clock.dueAt(), now);
		}

	}

}
