package org.tierline.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * What all rows work with.
 *
 * @param folder where logs and data go
 */
record Bench(Server server, Size size, Path folder) {

	/** Of the product. */
	static final String DATABASE = "tierline";

	static void say(String progress) {
		System.out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + "  " + progress);
	}

	Load load(int workers) {
		return new Load(workers, this.size.round());
	}

	/**
	 * Calls until all is compiled and cached; a slow machine gets three minutes for it.
	 */
	void warmUp(IntFunction<Load.Work> work) throws Exception {
		warmUp(work, 1);
	}

	/** A part of it, where what is worked on runs out. */
	void warmUp(IntFunction<Load.Work> work, int part) throws Exception {
		AtomicInteger left = new AtomicInteger(this.size.warmUp() / part);
		new Load(4, Duration.ofMinutes(3)).run((worker) -> work.apply(worker).atMost(left));
	}

	/** Waits for what a query answers. */
	void await(String database, String query, long wanted, Duration most) throws Exception {
		long end = System.nanoTime() + most.toNanos();
		while (this.server.count(database, query) < wanted) {
			if (System.nanoTime() > end) {
				throw new IllegalStateException("waited " + most + " in vain for " + wanted + " of: " + query);
			}
			Thread.sleep(250);
		}
	}

}
