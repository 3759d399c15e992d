package org.tierline.lifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectWork;
import org.tierline.patches.DeliveryQueue;
import org.tierline.patches.DeliveryQueue.Due;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Bring releases to the waiting cases (R14): some in a transaction, several couriers
 * beside each other, on every node. One that cannot be delivered does not stop the
 * others: it is tried again later, and to be seen until then.
 */
@Service
class Couriers implements DisposableBean {

	private static final Log logger = LogFactory.getLog(Couriers.class);

	/** Small enough that a failure repeats little and no case is locked for long. */
	static final int BATCH = 100;

	private static final int DOUBLINGS = 16;

	private final DeliveryQueue queue;

	private final PatchDelivery delivery;

	private final DefectWork defects;

	private final PatchProcesses processes;

	private final TransactionTemplate transaction;

	private final int count;

	private final Duration firstRetry;

	private final Duration longestRetry;

	private final ExecutorService threads;

	Couriers(DeliveryQueue queue, PatchDelivery delivery, DefectWork defects, PatchProcesses processes,
			TransactionTemplate transaction, @Value("${tierline.deliveries.couriers}") int count,
			@Value("${tierline.deliveries.first-retry}") String firstRetry,
			@Value("${tierline.deliveries.longest-retry}") String longestRetry) {
		this.queue = queue;
		this.delivery = delivery;
		this.defects = defects;
		this.processes = processes;
		this.transaction = transaction;
		this.count = count;
		this.firstRetry = Duration.parse(firstRetry);
		this.longestRetry = Duration.parse(longestRetry);
		this.threads = Executors.newFixedThreadPool(count, new CustomizableThreadFactory("courier-"));
	}

	/** Until nothing is left to do. */
	@Scheduled(fixedDelayString = "${tierline.deliveries.every}", initialDelayString = "${tierline.deliveries.every}")
	void work() throws Exception {
		if (some()) {
			List<Callable<Boolean>> rounds = IntStream.range(0, this.count)
				.<Callable<Boolean>>mapToObj((i) -> this::all)
				.toList();
			for (Future<Boolean> round : this.threads.invokeAll(rounds)) {
				round.get();
			}
		}
		this.queue.settled().forEach(this::settle);
	}

	private boolean all() {
		boolean more = true;
		while (more) {
			more = some();
		}
		return true;
	}

	private boolean some() {
		List<Due> taken = new ArrayList<>();
		try {
			in(() -> {
				taken.addAll(this.queue.take(BATCH));
				return deliver(taken);
			});
		}
		catch (RuntimeException ex) {
			if (taken.isEmpty()) {
				throw ex;
			}
			// One of them cannot be done: each alone, so that the others do not suffer.
			taken.forEach(this::alone);
		}
		return !taken.isEmpty();
	}

	private boolean deliver(List<Due> batch) {
		this.delivery.deliver(batch);
		return true;
	}

	private void alone(Due due) {
		try {
			in(() -> this.queue.take(due.id()).map((taken) -> deliver(List.of(taken))));
		}
		catch (RuntimeException ex) {
			logger.error("Release " + due.release() + " could not be delivered to case " + due.number(), ex);
			in(() -> {
				this.queue.failed(due, reason(ex), again(due.attempts()));
				return true;
			});
		}
	}

	/** Twice as long each time. */
	private Duration again(int attempts) {
		Duration wait = this.firstRetry.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
		return (wait.compareTo(this.longestRetry) < 0) ? wait : this.longestRetry;
	}

	private static String reason(Throwable failure) {
		Throwable cause = failure;
		while (cause.getCause() != null && cause.getCause() != cause) {
			cause = cause.getCause();
		}
		return cause.getClass().getSimpleName() + ": " + cause.getMessage();
	}

	/** All is delivered: the defect's process goes on. */
	private void settle(DefectNumber number) {
		in(() -> {
			this.defects.lock(number);
			this.queue.settle(number);
			this.processes.deliveriesDone(number);
			return true;
		});
	}

	private <T> T in(Supplier<T> work) {
		return this.transaction.execute((status) -> work.get());
	}

	@Override
	public void destroy() {
		this.threads.shutdown();
	}

}
