package org.tierline.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Delivers queued notices, each at least once, outside of any transaction. Nodes side by
 * side share the work.
 */
@Service
class Delivering {

	private static final Log logger = LogFactory.getLog(Delivering.class);

	/**
	 * Longer than any way's time-outs together: a notice that was begun and not marked
	 * comes up again after this.
	 */
	static final Duration LEASE = Duration.ofMinutes(5);

	/** After a long outage of our own an old notice is still tried so often. */
	private static final int LEAST_ATTEMPTS = 5;

	private final NoticeRows notices;

	private final MailWay mail;

	private final WebHookWay webHook;

	private final AlertTerms terms;

	private final Clock clock;

	Delivering(NoticeRows notices, MailWay mail, WebHookWay webHook, AlertTerms terms, Clock clock) {
		this.notices = notices;
		this.mail = mail;
		this.webHook = webHook;
		this.terms = terms;
		this.clock = clock;
	}

	@EventListener
	void sayIfNoMailServer(ApplicationReadyEvent ready) {
		if (!this.mail.isOpen()) {
			logger.warn("No mail server is set (spring.mail.host): notices by mail wait until there is one");
		}
	}

	/** By mail; a slow web hook holds up no mail, and the other way round. */
	@Scheduled(fixedDelayString = "${tierline.alerts.every}", initialDelayString = "${tierline.alerts.every}")
	void mail() {
		deliver(this.mail);
	}

	@Scheduled(fixedDelayString = "${tierline.alerts.every}", initialDelayString = "${tierline.alerts.every}")
	void webHooks() {
		deliver(this.webHook);
	}

	private void deliver(Way way) {
		boolean more = way.isOpen();
		while (more) {
			Instant now = this.clock.instant();
			Optional<NoticeRows.Claim> claim = this.notices.claim(way.name(), now, now.plus(LEASE));
			claim.ifPresent((notice) -> attempt(way, notice));
			more = claim.isPresent();
		}
	}

	private void attempt(Way way, NoticeRows.Claim notice) {
		try {
			way.deliver(notice);
			this.notices.sent(notice, this.clock.instant());
		}
		catch (Way.Undelivered ex) {
			undelivered(way.name(), notice, ex.reach(), NoticeText.oneLine(ex.getMessage()));
		}
		catch (RuntimeException ex) {
			undelivered(way.name(), notice, Way.Reach.NOTICE, NoticeText.oneLine(ex.toString()));
		}
	}

	private void undelivered(WayName way, NoticeRows.Claim notice, Way.Reach reach, String why) {
		Instant now = this.clock.instant();
		if (isHopeless(notice, now)) {
			this.notices.failed(notice, why);
			logger.error("Notice " + notice.id() + " by " + way.code() + " to " + notice.address()
					+ " is given up after " + notice.attempts() + " attempts: " + why);
			return;
		}
		Instant again = now.plus(BackOff.after(notice.attempts(), this.terms));
		this.notices.tryAgain(notice, again, why);
		int waiting = (reach == Way.Reach.NOTICE) ? 1
				: this.notices.postpone(way, (reach == Way.Reach.ADDRESS) ? notice.address() : null, again);
		logger.warn("Notice " + notice.id() + " by " + way.code() + " to " + notice.address() + " was not taken (" + why
				+ "); " + waiting + " wait until " + again);
	}

	private boolean isHopeless(NoticeRows.Claim notice, Instant now) {
		return notice.attempts() >= LEAST_ATTEMPTS && !notice.since().plus(this.terms.giveUpAfter()).isAfter(now);
	}

}
