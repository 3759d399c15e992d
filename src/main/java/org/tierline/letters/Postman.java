package org.tierline.letters;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.mail.MessagingException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.tierline.background.BackOff;
import org.tierline.background.Lease;
import org.tierline.background.Worker;
import org.tierline.cases.Outbox;
import org.tierline.cases.Outgoing;

import org.springframework.stereotype.Component;

/**
 * Carries letters to the mail server, on a thread of its own: a server that is down or
 * slow delays nothing else, and every letter waits for it as long as it takes.
 */
@Component
class Postman extends Worker {

	private static final Log logger = LogFactory.getLog(Postman.class);

	private static final BackOff REST = new BackOff(Duration.ofSeconds(5), Duration.ofMinutes(5));

	private final Outbox outbox;

	private final SmtpServer server;

	private final Delivery delivery;

	private final MailSettings settings;

	private final Clock clock;

	private Instant restsUntil = Instant.MIN;

	private int troubles;

	Postman(Outbox outbox, SmtpServer server, Delivery delivery, MailSettings settings, Clock clock) {
		super("postman", settings.every());
		this.outbox = outbox;
		this.server = server;
		this.delivery = delivery;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public synchronized void start() {
		if (this.server.known()) {
			super.start();
		}
		else {
			logger.warn("There is no spring.mail.host: letters to customers wait until there is one.");
		}
	}

	/**
	 * All letters that are due, over one connection; the server may need a rest from us.
	 */
	@Override
	protected boolean workOn() {
		try (Line line = new Line(this.server)) {
			boolean more = !this.clock.instant().isBefore(this.restsUntil);
			while (more && isRunning()) {
				more = carryNext(line);
			}
		}
		return false;
	}

	/** One at a time: whoever is killed has taken no other. */
	private boolean carryNext(Line line) {
		Duration lease = this.settings.lease();
		Optional<Outgoing> letter = this.outbox.take(lease, this.settings.domain());
		return letter.isPresent() && carry(letter.get(), lease, line);
	}

	private boolean carry(Outgoing letter, Duration length, Line line) {
		try (Lease lease = Lease.of(length, () -> this.outbox.renew(letter, length))) {
			boolean well = this.delivery.deliver(letter, line.transport(), lease);
			if (well) {
				welcome();
			}
			else {
				rest("the connection was lost");
			}
			return well;
		}
		catch (MessagingException ex) {
			rest(ex.getMessage());
			this.outbox.later(letter, ex.getMessage(), this.restsUntil);
			return false;
		}
	}

	private void rest(String why) {
		this.restsUntil = this.clock.instant().plus(REST.after(++this.troubles));
		if (this.troubles == 1) {
			logger.warn("The mail server takes no letters, they wait: " + why);
		}
	}

	private void welcome() {
		if (this.troubles > 0) {
			logger.info("The mail server takes letters again");
		}
		this.troubles = 0;
	}

}
