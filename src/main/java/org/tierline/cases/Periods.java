package org.tierline.cases;

import java.time.Duration;
import java.time.Instant;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The periods that are settings: how long a confirmation may take, how often we remind.
 */
@Component
class Periods {

	private final Duration confirmation;

	private final Duration reminder;

	private final SiteTime siteTime;

	Periods(@Value("${tierline.confirmation-period}") String confirmation,
			@Value("${tierline.reminder-interval}") String reminder, SiteTime siteTime) {
		this.confirmation = Duration.parse(confirmation);
		this.reminder = Duration.parse(reminder);
		this.siteTime = siteTime;
	}

	Instant confirmBy(Instant now) {
		return now.plus(this.confirmation);
	}

	/** Nobody is reminded at midnight or on a holiday: the next working moment counts. */
	Reminder reminderAfter(SupportCase supportCase, Instant now) {
		Instant from = now.plus(this.reminder);
		return new Reminder(from, nextWorking(supportCase, from));
	}

	Instant nextWorking(SupportCase supportCase, Instant from) {
		return this.siteTime.now(supportCase).due(from, Duration.ofMillis(1));
	}

	/**
	 * Whether the site works right now: a reminder can come late, after an outage or a
	 * change of the site (F7).
	 */
	boolean isWorking(SupportCase supportCase, Instant now) {
		return !this.siteTime.now(supportCase).between(now.minusMillis(1), now).isZero();
	}

	/**
	 * When the customer is reminded next.
	 *
	 * @param from when the interval is over
	 * @param at the first working moment after that
	 */
	record Reminder(Instant from, Instant at) {
	}

}
