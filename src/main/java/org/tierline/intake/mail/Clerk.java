package org.tierline.intake.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.tierline.background.Worker;
import org.tierline.cases.InputRefused;
import org.tierline.cases.StateForbids;
import org.tierline.letters.MailSettings;

import org.springframework.stereotype.Component;

/**
 * Works on the stored mails, one after the other, on a thread of every node. What fails
 * is tried again, and in the end put aside where a person sees it; the rest goes on.
 */
@Component
class Clerk extends Worker {

	private static final Log logger = LogFactory.getLog(Clerk.class);

	/**
	 * What a killed node was working on is taken up by another one after it. However long
	 * filing takes, the row is locked meanwhile: nobody else takes it, lease or not.
	 */
	static final Duration LEASE = Duration.ofSeconds(30);

	private static final Duration SOON = Duration.ofSeconds(5);

	private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(10), Duration.ofMinutes(1),
			Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));

	private final InboundMails mails;

	private final Filing filing;

	private final Clock clock;

	Clerk(InboundMails mails, Filing filing, MailSettings settings, Clock clock) {
		super("mail-clerk", settings.every());
		this.mails = mails;
		this.filing = filing;
		this.clock = clock;
	}

	@Override
	protected boolean workOn() {
		Optional<InboundMail> mail = this.mails.take(LEASE);
		mail.ifPresent(this::file);
		return mail.isPresent();
	}

	private void file(InboundMail mail) {
		try {
			if (mail.attempts() > PAUSES.size() + 1) {
				putAside(mail, (mail.why() != null) ? mail.why() : "whoever worked on it died");
				return;
			}
			this.filing.file(mail.id(), false);
		}
		catch (Filing.NotYet ex) {
			this.mails.later(mail.id(), "the mail it answers comes first", this.clock.instant().plus(SOON), false);
		}
		catch (StateForbids ex) {
			fileAnew(mail);
		}
		catch (InputRefused ex) {
			putAside(mail, ex.getMessage());
		}
		catch (Exception | StackOverflowError | OutOfMemoryError ex) {
			tryAgain(mail, ex);
		}
	}

	/** A case that takes no more, closed long ago: the mail becomes one of its own. */
	private void fileAnew(InboundMail mail) {
		try {
			this.filing.file(mail.id(), true);
		}
		catch (RuntimeException ex) {
			tryAgain(mail, ex);
		}
	}

	private void tryAgain(InboundMail mail, Throwable ex) {
		String why = "it could not be filed: " + Headers.cut(Headers.line(String.valueOf(ex)), 500);
		if (mail.attempts() > PAUSES.size()) {
			logger.error("The mail " + mail.id() + " is put aside", ex);
			putAside(mail, why);
			return;
		}
		logger.warn("The mail " + mail.id() + " could not be filed, it is tried again", ex);
		this.mails.later(mail.id(), why, this.clock.instant().plus(PAUSES.get(mail.attempts() - 1)), true);
	}

	private void putAside(InboundMail mail, String why) {
		this.mails.over(mail.id(), MailState.PUT_ASIDE, null, why);
	}

}
