package org.tierline.cases;

import java.time.Instant;

import org.tierline.sla.TargetClock;

/**
 * Reads a clock at one moment; nothing of it is stored, so nothing of it is ever stale
 * (F12).
 */
final class Readings {

	private Readings() {
	}

	static ClockReading of(TargetClock clock, Instant now) {
		return new ClockReading(clock.target(), clock.dueAt(), clock.warnAt(), clock.metAt(),
				clock.breachedAt(now).orElse(null), state(clock, now), clock.isPaused() ? clock.remaining() : null);
	}

	private static ClockState state(TargetClock clock, Instant now) {
		if (clock.isEndedUnmet()) {
			return ClockState.NONE;
		}
		if (clock.breachedAt(now).isPresent()) {
			return ClockState.BREACHED;
		}
		if (clock.metAt() != null) {
			return ClockState.MET;
		}
		return clock.isPaused() ? ClockState.PAUSED : clock.isRunning() ? ClockState.RUNNING : ClockState.NONE;
	}

}
