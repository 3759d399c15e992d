package org.tierline.background;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * What a node has taken is its own while it works on it, however long that takes: the
 * lease is renewed beside the work. So it can be short, and what a killed node had taken
 * is free soon.
 */
public final class Lease implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(Lease.class);

	private static final int RENEWALS = 4;

	private static final ScheduledExecutorService HEART = Executors.newSingleThreadScheduledExecutor((work) -> {
		Thread thread = new Thread(work, "leases");
		thread.setDaemon(true);
		return thread;
	});

	private final BooleanSupplier renewal;

	private final long length;

	private final ScheduledFuture<?> beats;

	private volatile long renewedAt = System.nanoTime();

	private volatile boolean lost;

	private Lease(Duration length, BooleanSupplier renewal) {
		this.renewal = renewal;
		this.length = length.toNanos();
		this.beats = HEART.scheduleWithFixedDelay(this::renew, this.length / RENEWALS, this.length / RENEWALS,
				TimeUnit.NANOSECONDS);
	}

	/**
	 * Holds what was just taken, until it is closed.
	 * @param length of the lease under which it was taken
	 * @param renewal makes it that long again; false if somebody else has it by now
	 */
	public static Lease of(Duration length, BooleanSupplier renewal) {
		return new Lease(length, renewal);
	}

	/** Whether it is still ours: if not, somebody else may be at it. */
	public boolean holds() {
		return !this.lost && System.nanoTime() - this.renewedAt < this.length;
	}

	private void renew() {
		long begun = System.nanoTime();
		try {
			this.lost = !this.renewal.getAsBoolean();
			this.renewedAt = begun;
		}
		catch (RuntimeException ex) {
			logger.debug("A lease could not be renewed, it is tried again", ex);
		}
	}

	@Override
	public void close() {
		this.beats.cancel(false);
	}

}
