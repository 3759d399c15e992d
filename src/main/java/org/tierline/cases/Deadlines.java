package org.tierline.cases;

import java.time.Instant;

/**
 * What a case waits for; null where nothing is in sight.
 *
 * @param next when {@link Casework#actOnDeadlines} has something to do
 * @param resolution when the running resolution target is missed; absent while it stands
 * or has passed
 * @param confirmation when silence counts as consent
 * @param target when the earliest target is due that is not met, also one that was missed
 */
public record Deadlines(Instant next, Instant resolution, Instant confirmation, Instant target) {
}
