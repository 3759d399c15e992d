package org.tierline.cases;

import java.time.Duration;
import java.time.Instant;

import org.tierline.sla.Target;

/**
 * What a target's clock shows at one moment.
 *
 * @param dueAt null while paused and where nothing is promised
 * @param breachedAt the due instant once it passed unmet
 * @param remaining working time left, only while paused
 */
public record ClockReading(Target target, Instant dueAt, Instant warnAt, Instant metAt, Instant breachedAt,
		ClockState state, Duration remaining) {
}
