package org.tierline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;

import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The time of a test: it stands until it is moved, for the product and the engine alike.
 */
public final class MovableClock extends Clock {

	private volatile Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

	/** Sets the time. */
	public void moveTo(Instant instant) {
		this.now = instant.truncatedTo(ChronoUnit.MILLIS);
		ClockUtil.setCurrentTime(Date.from(this.now));
	}

	/** Lets time pass. */
	public void pass(Duration duration) {
		moveTo(this.now.plus(duration));
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

}
