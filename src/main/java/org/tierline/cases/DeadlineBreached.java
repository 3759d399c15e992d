package org.tierline.cases;

import java.time.Instant;

import org.tierline.sla.CalendarKind;
import org.tierline.sla.Target;

/**
 * A target has passed unmet; told once per deadline, in the transaction that puts it on
 * the timeline.
 *
 * @param deadlineNo counts the deadlines that this clock has had
 * @param dueAt when the target was due
 */
public record DeadlineBreached(CaseNumber number, Target target, int deadlineNo, CalendarKind calendar, Instant dueAt,
		Instant at) {
}
