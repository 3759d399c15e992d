package org.tierline.background;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class WorkerTests {

	private final AtomicInteger left = new AtomicInteger();

	private final AtomicInteger failures = new AtomicInteger();

	private Pieces worker = new Pieces(Duration.ofDays(1));

	@AfterEach
	void stop() {
		if (this.worker.isRunning()) {
			this.worker.stop();
		}
	}

	@Test
	void itWorksUntilNothingIsLeft() {
		this.left.set(5);
		this.worker.start();
		this.worker.work();
		assertThat(this.left).hasValue(0);
	}

	@Test
	void itWorksAsSoonAsItIsWoken() {
		this.worker.start();
		this.left.set(1);
		this.worker.wake();
		await().until(() -> this.left.get() == 0);
	}

	@Test
	void aRoundThatFailsIsNotItsLast() {
		this.failures.set(1);
		this.worker = new Pieces(Duration.ofMillis(1));
		this.left.set(2);
		this.worker.start();
		await().until(() -> this.left.get() == 0);
	}

	@Test
	void stoppedItFinishesThePieceAtHandAndTakesNoOther() throws Exception {
		this.left.set(2);
		this.worker.holds = new CountDownLatch(1);
		this.worker.start();
		this.worker.wake();
		assertThat(this.worker.begun.await(10, TimeUnit.SECONDS)).isTrue();
		Thread stopping = new Thread(this.worker::stop);
		stopping.start();
		await().until(() -> !this.worker.isRunning());
		this.worker.holds.countDown();
		stopping.join();
		assertThat(this.left).hasValue(1);
		this.worker.wake();
		this.worker.work();
		assertThat(this.left).hasValue(1);
	}

	private final class Pieces extends Worker {

		private final CountDownLatch begun = new CountDownLatch(1);

		private CountDownLatch holds = new CountDownLatch(0);

		Pieces(Duration every) {
			super("pieces", every);
		}

		@Override
		protected boolean workOn() {
			if (WorkerTests.this.failures.getAndDecrement() > 0) {
				throw new IllegalStateException("the database, perhaps");
			}
			this.begun.countDown();
			try {
				this.holds.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return WorkerTests.this.left.getAndUpdate((left) -> Math.max(left - 1, 0)) > 0;
		}

	}

}
