package org.tierline.letters;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.tierline.background.BackOff;
import org.tierline.background.Lease;
import org.tierline.cases.Attachments;
import org.tierline.cases.CaseFile;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Outbox;
import org.tierline.cases.Outgoing;

import org.springframework.stereotype.Component;

/**
 * Hands one letter to the mail server, a copy for each participant, and keeps the
 * outcome.
 */
@Component
class Delivery {

	private static final Log logger = LogFactory.getLog(Delivery.class);

	private static final BackOff PAUSE = new BackOff(Duration.ofSeconds(30), Duration.ofHours(4));

	/** As long as mail servers keep trying among themselves. */
	private static final Duration PATIENCE = Duration.ofDays(5);

	private final Outbox outbox;

	private final Cases cases;

	private final Wording wording;

	private final Attachments attachments;

	private final SmtpServer server;

	private final MailSettings settings;

	private final Clock clock;

	Delivery(Outbox outbox, Cases cases, Wording wording, Attachments attachments, SmtpServer server,
			MailSettings settings, Clock clock) {
		this.outbox = outbox;
		this.cases = cases;
		this.wording = wording;
		this.attachments = attachments;
		this.server = server;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Sends the letter to all who miss it, as long as it is ours to send.
	 * @return false if the connection is of no more use
	 */
	boolean deliver(Outgoing outgoing, Transport transport, Lease lease) {
		try {
			Map<CaseNumber, CaseFile> files = files(outgoing);
			for (Copy copy : Copy.of(outgoing)) {
				if (!lease.holds()) {
					logger.warn("Letter " + outgoing.messageId() + " is another node's by now");
					return true;
				}
				send(copy, this.wording.letter(copy, files, this.settings), transport);
			}
			this.outbox.done(outgoing);
			return true;
		}
		catch (NotNow ex) {
			tryAgain(outgoing, ex.refusal.why());
			return ex.refusal.kind() != Refusal.Kind.SERVER;
		}
		catch (RuntimeException ex) {
			logger.error("Letter " + outgoing.messageId() + " could not be written", ex);
			tryAgain(outgoing, "it could not be written: " + ex.getMessage());
			return true;
		}
	}

	private Map<CaseNumber, CaseFile> files(Outgoing outgoing) {
		return this.cases.files(outgoing.all().stream().map(Outgoing::number).toList())
			.stream()
			.collect(Collectors.toMap((file) -> file.supportCase().number(), Function.identity()));
	}

	private void send(Copy copy, Letter letter, Transport transport) throws NotNow {
		if (this.settings.isOurs(copy.email())) {
			refused(copy, "this is our own address");
			return;
		}
		try {
			Mail mail = new Mail(this.server.session(), this.settings, copy, letter, this.attachments);
			transport.sendMessage(mail, new Address[] { Mail.named(copy.email(), null) });
			copy.parts().forEach((part) -> this.outbox.reached(part.letter(), part.reader()));
		}
		catch (MessagingException ex) {
			Refusal refusal = Refusal.of(ex);
			if (refusal.kind() != Refusal.Kind.FOR_GOOD) {
				throw new NotNow(refusal);
			}
			refused(copy, refusal.why());
		}
	}

	private void refused(Copy copy, String why) {
		copy.parts().forEach((part) -> this.outbox.refused(part.letter(), part.reader(), why));
	}

	private void tryAgain(Outgoing outgoing, String why) {
		Instant now = this.clock.instant();
		if (outgoing.at().plus(PATIENCE).isBefore(now)) {
			this.outbox.failed(outgoing, why);
			return;
		}
		this.outbox.later(outgoing, why, now.plus(PAUSE.after(outgoing.attempts())));
	}

	private static final class NotNow extends Exception {

		private final transient Refusal refusal;

		NotNow(Refusal refusal) {
			super(refusal.why());
			this.refusal = refusal;
		}

	}

}
