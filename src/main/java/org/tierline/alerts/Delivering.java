package org.tierline.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.tierline.background.BackOff;
import org.tierline.background.Worker;

/**
 * Delivers queued notices by one way, each at least once, outside of any transaction.
 * Nodes side by side share the work, and a slow web hook holds up no mail.
 */
class Delivering extends Worker {

	private static final Log logger = LogFactory.getLog(Delivering.class);

	/**
	 * Longer than any way's time-outs together: a notice that was begun and not marked
	 * comes up again after this.
	 */
	static final Duration LEASE = Duration.ofMinutes(5);

	/** After a long outage of our own an old notice is still tried so often. */
	private static final int LEAST_ATTEMPTS = 5;

	private final NoticeRows notices;

	private final Way way;

	private final AlertTerms terms;

	private final BackOff backOff;

	private final Clock clock;

	Delivering(NoticeRows notices, Way way, AlertTerms terms, Clock clock) {
		super("notices-by-" + way.name().code(), terms.every());
		this.notices = notices;
		this.way = way;
		this.terms = terms;
		this.backOff = new BackOff(terms.firstRetry(), terms.longestRetry());
		this.clock = clock;
	}

	@Override
	public synchronized void start() {
		if (!this.way.isOpen()) {
			logger.warn("Notices by " + this.way.name().code() + " wait: there is no such way out (spring.mail.host)");
		}
		super.start();
	}

	@Override
	protected boolean workOn() {
		Instant now = this.clock.instant();
		Optional<NoticeRows.Claim> claim = this.way.isOpen() ? this.notices.claim(this.way.name(), now, now.plus(LEASE))
				: Optional.empty();
		claim.ifPresent(this::attempt);
		return claim.isPresent();
	}

	private void attempt(NoticeRows.Claim notice) {
		try {
			this.way.deliver(notice);
			this.notices.sent(notice, this.clock.instant());
		}
		catch (Way.Undelivered ex) {
			undelivered(notice, ex.reach(), NoticeText.oneLine(ex.getMessage()));
		}
		catch (RuntimeException ex) {
			undelivered(notice, Way.Reach.NOTICE, NoticeText.oneLine(ex.toString()));
		}
	}

	private void undelivered(NoticeRows.Claim notice, Way.Reach reach, String why) {
		WayName by = this.way.name();
		Instant now = this.clock.instant();
		if (isHopeless(notice, now)) {
			this.notices.failed(notice, why);
			logger.error("Notice " + notice.id() + " by " + by.code() + " to " + notice.address()
					+ " is given up after " + notice.attempts() + " attempts: " + why);
			return;
		}
		Instant again = now.plus(this.backOff.about(notice.attempts()));
		this.notices.tryAgain(notice, again, why);
		int waiting = (reach == Way.Reach.NOTICE) ? 1
				: this.notices.postpone(by, (reach == Way.Reach.ADDRESS) ? notice.address() : null, again);
		logger.warn("Notice " + notice.id() + " by " + by.code() + " to " + notice.address() + " was not taken (" + why
				+ "); " + waiting + " wait until " + again);
	}

	private boolean isHopeless(NoticeRows.Claim notice, Instant now) {
		return notice.attempts() >= LEAST_ATTEMPTS && !notice.since().plus(this.terms.giveUpAfter()).isAfter(now);
	}

}
