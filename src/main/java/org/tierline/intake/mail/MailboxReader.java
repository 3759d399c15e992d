package org.tierline.intake.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.mail.MessagingException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads the mailbox on one of the nodes: the server tells of new mail (IDLE), and a watch
 * looks at it now and then all the same. A connection that is cut is made anew.
 */
@Component
class MailboxReader implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(MailboxReader.class);

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

	private static final Duration WATCH = Duration.ofSeconds(5);

	private final String node = UUID.randomUUID().toString();

	private final ImapSettings settings;

	private final MailFolders folders;

	private final Intake intake;

	private ScheduledExecutorService watch;

	private Thread thread;

	private volatile CountDownLatch stopped = new CountDownLatch(0);

	private volatile Mailbox mailbox;

	private volatile boolean waiting;

	private Instant poked = Instant.MIN;

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
		this.watch = Executors.newSingleThreadScheduledExecutor((work) -> new Thread(work, "mailbox-watch"));
		long every = Math.min(WATCH.toMillis(), this.settings.every().toMillis());
		this.watch.scheduleWithFixedDelay(this::watch, every, every, TimeUnit.MILLISECONDS);
	}

	@Override
	public synchronized void stop() {
		if (!isRunning()) {
			return;
		}
		this.stopped.countDown();
		this.watch.shutdownNow();
		close();
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
			Duration pause = WATCH;
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
		try (Mailbox open = Mailbox.open(this.settings)) {
			MailReading reading = this.intake.of(open, this.settings);
			this.mailbox = open;
			while (isRunning() && claim()) {
				reading.takeAll();
				welcome();
				await(open);
			}
		}
		finally {
			this.mailbox = null;
			this.waiting = false;
		}
	}

	private void await(Mailbox open) throws MessagingException {
		if (open.canTell()) {
			this.waiting = true;
			open.await();
			this.waiting = false;
		}
		else {
			pause(this.settings.every());
		}
	}

	/** Keeps the lease, and makes the server speak; whoever lost the lease stops. */
	private void watch() {
		Mailbox open = this.mailbox;
		try {
			if (open == null) {
				return;
			}
			if (!claim()) {
				close();
			}
			else if (this.waiting && this.poked.plus(this.settings.every()).isBefore(Instant.now())) {
				this.poked = Instant.now();
				open.poke();
			}
		}
		catch (MessagingException | RuntimeException ex) {
			logger.debug("The mailbox could not be watched", ex);
			close();
		}
	}

	private boolean claim() {
		return this.folders.claim(this.settings.name(), this.node);
	}

	private void close() {
		Mailbox open = this.mailbox;
		try {
			if (open != null) {
				open.close();
			}
		}
		catch (MessagingException | RuntimeException ex) {
			logger.debug("The mailbox could not be closed", ex);
		}
	}

	private Duration trouble(Exception ex) {
		if (!isRunning()) {
			return Duration.ZERO;
		}
		if (this.troubles++ == 1) {
			logger
				.warn("The mailbox " + this.settings.name() + " cannot be read, mail waits there: " + ex.getMessage());
		}
		Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(this.troubles - 1, 6));
		return (pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE;
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
