package org.tierline.intake.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import jakarta.mail.MessagingException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Watches an open mailbox while it is read: keeps the lease of the node that reads, and
 * makes the server speak, so that a dead line is noticed.
 */
class MailboxWatch implements AutoCloseable {

	static final Duration LOOKS_EVERY = Duration.ofSeconds(5);

	private static final Log logger = LogFactory.getLog(MailboxWatch.class);

	private final Mailbox mailbox;

	private final BooleanSupplier lease;

	private final Duration pokesEvery;

	private final ScheduledExecutorService thread;

	private volatile boolean waiting;

	private Instant poked = Instant.MIN;

	/**
	 * Begins to watch.
	 * @param lease prolongs it; false if another node has it by now
	 * @param pokesEvery how often the server must speak while we wait for it
	 */
	MailboxWatch(Mailbox mailbox, BooleanSupplier lease, Duration pokesEvery) {
		this.mailbox = mailbox;
		this.lease = lease;
		this.pokesEvery = pokesEvery;
		this.thread = Executors.newSingleThreadScheduledExecutor((work) -> new Thread(work, "mailbox-watch"));
		long every = Math.min(LOOKS_EVERY.toMillis(), pokesEvery.toMillis());
		this.thread.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
	}

	/** Waits until the server tells of a new mail, or has been made to speak. */
	void await() throws MessagingException {
		this.waiting = true;
		try {
			this.mailbox.await();
		}
		finally {
			this.waiting = false;
		}
	}

	private void look() {
		try {
			if (!this.lease.getAsBoolean()) {
				this.mailbox.shut();
			}
			else if (this.waiting && this.poked.plus(this.pokesEvery).isBefore(Instant.now())) {
				this.poked = Instant.now();
				this.mailbox.poke();
			}
		}
		catch (MessagingException | RuntimeException ex) {
			logger.debug("The mailbox could not be watched", ex);
			this.mailbox.shut();
		}
	}

	@Override
	public void close() {
		this.thread.shutdownNow();
	}

}
