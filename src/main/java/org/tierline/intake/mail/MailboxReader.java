package org.tierline.intake.mail;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.mail.MessagingException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.tierline.background.BackOff;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads the mailbox on one of the nodes: the server tells of new mail (IDLE), and is made
 * to speak now and then all the same. A connection that is cut is made anew.
 */
@Component
class MailboxReader implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(MailboxReader.class);

	private static final BackOff AFTER_TROUBLE = new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(1));

	private final String node = UUID.randomUUID().toString();

	private final ImapSettings settings;

	private final MailFolders folders;

	private final Intake intake;

	private Thread thread;

	private volatile CountDownLatch stopped = new CountDownLatch(0);

	private volatile Mailbox mailbox;

	private int troubles;

	MailboxReader(ImapSettings settings, MailFolders folders, Intake intake) {
		this.settings = settings;
		this.folders = folders;
		this.intake = intake;
	}

	@Override
	public synchronized void start() {
		if (!this.settings.known()) {
			logger.info("There is no tierline.mail.imap.host: no mail is read");
			return;
		}
		this.stopped = new CountDownLatch(1);
		this.thread = new Thread(this::run, "mailbox");
		this.thread.start();
	}

	@Override
	public synchronized void stop() {
		if (!isRunning()) {
			return;
		}
		this.stopped.countDown();
		Mailbox open = this.mailbox;
		if (open != null) {
			open.shut();
		}
		try {
			this.thread.join(10_000);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.folders.release(this.settings.name(), this.node);
	}

	@Override
	public boolean isRunning() {
		return this.stopped.getCount() > 0;
	}

	/** Whether this node is the one that reads. */
	boolean reads() {
		return this.mailbox != null;
	}

	private void run() {
		while (isRunning()) {
			Duration pause = MailboxWatch.LOOKS_EVERY;
			try {
				if (claim()) {
					read();
				}
			}
			catch (MessagingException | RuntimeException ex) {
				pause = trouble(ex);
			}
			pause(pause);
		}
	}

	private void read() throws MessagingException {
		try (Mailbox open = Mailbox.open(this.settings);
				MailboxWatch watch = new MailboxWatch(open, this::claim, this.settings.every())) {
			MailReading reading = this.intake.of(open, this.settings);
			this.mailbox = open;
			while (isRunning() && claim()) {
				reading.takeAll();
				welcome();
				await(open, watch);
			}
		}
		finally {
			this.mailbox = null;
		}
	}

	private void await(Mailbox open, MailboxWatch watch) throws MessagingException {
		if (open.canTell()) {
			watch.await();
		}
		else {
			pause(this.settings.every());
		}
	}

	private boolean claim() {
		return this.folders.claim(this.settings.name(), this.node);
	}

	private Duration trouble(Exception ex) {
		if (!isRunning()) {
			return Duration.ZERO;
		}
		if (this.troubles++ == 1) {
			logger
				.warn("The mailbox " + this.settings.name() + " cannot be read, mail waits there: " + ex.getMessage());
		}
		return AFTER_TROUBLE.after(this.troubles);
	}

	private void welcome() {
		if (this.troubles > 1) {
			logger.info("The mailbox " + this.settings.name() + " is read again");
		}
		this.troubles = 0;
	}

	private void pause(Duration pause) {
		try {
			this.stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
