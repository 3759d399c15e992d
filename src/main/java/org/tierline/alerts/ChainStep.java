package org.tierline.alerts;

import java.time.Duration;

/**
 * One step of a chain.
 *
 * @param delay working time, in the clock's calendar, since the step before was taken;
 * zero: at once
 */
public record ChainStep(Recipient recipient, Duration delay) {
}
