package org.tierline.background;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Works on what is due, one piece after the other until nothing is left, on a thread of
 * its own: now and then, and as soon as it is woken. Whoever waits for something outside
 * keeps nobody else from work.
 */
public abstract class Worker implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(Worker.class);

	private static final long PATIENCE_SECONDS = 10;

	private final String name;

	private final Duration every;

	private volatile ScheduledExecutorService thread;

	private volatile boolean running;

	/**
	 * A worker that is not started yet.
	 * @param name of its thread
	 * @param every how often it looks for work by itself
	 */
	protected Worker(String name, Duration every) {
		this.name = name;
		this.every = every;
	}

	/**
	 * Works on the next piece.
	 * @return whether there may be more; false ends the round
	 */
	protected abstract boolean workOn();

	/** Works until nothing is left, or until it is stopped. */
	public final void work() {
		try {
			boolean more = this.running;
			while (more) {
				more = workOn() && this.running;
			}
		}
		catch (RuntimeException ex) {
			// The database, perhaps: the next round tries again, or the thread would die.
			logger.error("A round of " + this.name + " failed", ex);
		}
	}

	/** Something may be due right now. */
	public final void wake() {
		ScheduledExecutorService working = this.thread;
		if (this.running && !working.isShutdown()) {
			working.execute(this::work);
		}
	}

	@Override
	public synchronized void start() {
		this.thread = Executors.newSingleThreadScheduledExecutor((work) -> new Thread(work, this.name));
		this.running = true;
		this.thread.scheduleWithFixedDelay(this::work, this.every.toMillis(), this.every.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	/** The piece at hand is finished. */
	@Override
	public synchronized void stop() {
		this.running = false;
		this.thread.shutdown();
		try {
			this.thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public final boolean isRunning() {
		return this.running;
	}

}
