package org.tierline.cases;

import java.time.Instant;

import org.tierline.sla.CalendarKind;
import org.tierline.sla.Target;

/**
 * Three quarters of a target's working time have passed; told once per deadline, in the
 * transaction that puts it on the timeline.
 *
 * @param deadlineNo counts the deadlines that this clock has had
 * @param warnAt when they had passed
 * @param dueAt when the target is due
 */
public record DeadlineWarned(CaseNumber number, Target target, int deadlineNo, CalendarKind calendar, Instant warnAt,
		Instant dueAt, Instant at) {
}
