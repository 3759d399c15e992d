package org.tierline.letters;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.tierline.background.BackOff;
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

	private static final int BATCH = 20;

	/** Longer than a round can take; what a killed node had taken is free after it. */
	static final Duration LEASE = Duration.ofMinutes(15);

	private static final Duration ROUND = Duration.ofMinutes(5);

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

	/** A round of letters; the server may need a rest from us. */
	@Override
	protected boolean workOn() {
		return !this.clock.instant().isBefore(this.restsUntil) && round();
	}

	private boolean round() {
		List<Outgoing> letters = this.outbox.take(BATCH, LEASE, this.settings.domain());
		if (letters.isEmpty()) {
			return false;
		}
		try (Transport transport = this.server.connect()) {
			return carry(letters, transport);
		}
		catch (MessagingException ex) {
			rest(ex.getMessage());
			letters.forEach((letter) -> this.outbox.later(letter, ex.getMessage(), this.restsUntil));
			return false;
		}
	}

	/**
	 * Each letter by itself; what is not reached in time or order, or when we are
	 * stopped, goes back at once.
	 */
	private boolean carry(List<Outgoing> letters, Transport transport) {
		Instant end = this.clock.instant().plus(ROUND);
		boolean goesOn = true;
		for (Outgoing letter : letters) {
			goesOn = goesOn && isRunning() && this.clock.instant().isBefore(end);
			if (goesOn) {
				goesOn = carry(letter, transport);
			}
			else {
				this.outbox.later(letter, null, this.clock.instant());
			}
		}
		return goesOn;
	}

	private boolean carry(Outgoing letter, Transport transport) {
		boolean well = this.delivery.deliver(letter, transport);
		if (well) {
			welcome();
		}
		else {
			rest("the connection was lost");
		}
		return well;
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
