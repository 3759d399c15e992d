package org.tierline.intake.code;

import java.time.Instant;

/**
 * A code host that may call.
 *
 * @param name part of the address it calls, such as {@code player}
 * @param lastHeardAt when it last called genuinely, or null
 */
record CodeHook(String name, CodeHost host, Instant lastHeardAt) {
}
