package org.tierline.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * A closed loop: so many workers, each begins its next call when the last has answered,
 * for some time.
 */
record Load(int workers, Duration time) {

	/** What one worker does over and over; false: nothing is left to do. */
	interface Work extends AutoCloseable {

		boolean next() throws Exception;

		@Override
		default void close() throws Exception {
		}

		/** The same until that counter, which workers share, has run out. */
		default Work atMost(AtomicInteger left) {
			Work all = this;
			return new Work() {

				@Override
				public boolean next() throws Exception {
					return left.decrementAndGet() >= 0 && all.next();
				}

				@Override
				public void close() throws Exception {
					all.close();
				}

			};
		}

	}

	/**
	 * Runs it.
	 * @throws Exception what a call has thrown: a figure with failures in it is none
	 */
	Outcome run(IntFunction<Work> work) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(this.workers);
		try {
			long begin = System.nanoTime();
			List<Callable<long[]>> all = new ArrayList<>();
			for (int i = 0; i < this.workers; i++) {
				Work one = work.apply(i);
				all.add(() -> latencies(one, begin + this.time.toNanos()));
			}
			List<long[]> found = new ArrayList<>();
			for (Future<long[]> done : threads.invokeAll(all)) {
				found.add(done.get());
			}
			double seconds = (System.nanoTime() - begin) / 1e9;
			return new Outcome(found.stream().flatMapToLong(Arrays::stream).sorted().toArray(), seconds);
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static long[] latencies(Work work, long end) throws Exception {
		long[] nanos = new long[1024];
		int count = 0;
		try (work) {
			long now = System.nanoTime();
			while (now < end && work.next()) {
				long then = System.nanoTime();
				nanos = (count == nanos.length) ? Arrays.copyOf(nanos, 2 * count) : nanos;
				nanos[count++] = then - now;
				now = then;
			}
		}
		return Arrays.copyOf(nanos, count);
	}

	/** How long each call took, in order of length, and all together. */
	record Outcome(long[] nanos, double seconds) {

		double rate() {
			return this.nanos.length / this.seconds;
		}

		/** In milliseconds. */
		double p99() {
			return (this.nanos.length == 0) ? Double.NaN
					: this.nanos[(int) Math.ceil(this.nanos.length * 0.99) - 1] / 1e6;
		}

	}

}
