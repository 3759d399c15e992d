package org.tierline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** The product and its yardsticks take turns at the same work, so that noise hits all. */
final class Contest {

	private final Bench bench;

	private final int workers;

	private final List<Side> sides = new ArrayList<>();

	Contest(Bench bench, int workers) {
		this.bench = bench;
		this.workers = workers;
	}

	Contest of(String name, IntFunction<Load.Work> work) {
		this.sides.add(new Side(name, work, new Spread(), new Spread()));
		return this;
	}

	Contest run(String what) throws Exception {
		for (int round = 1; round <= this.bench.size().rounds(); round++) {
			for (Side side : this.sides) {
				Load.Outcome outcome = this.bench.load(this.workers).run(side.work());
				side.rate().add(outcome.rate());
				side.p99().add(outcome.p99());
				Bench.say("%s, %d in parallel, round %d, %s: %s a second, p99 %s ms".formatted(what, this.workers,
						round, side.name(), Spread.number(outcome.rate()), Spread.number(outcome.p99())));
			}
		}
		return this;
	}

	private Side side(String name) {
		return this.sides.stream().filter((side) -> side.name().equals(name)).findFirst().orElseThrow();
	}

	Spread rate(String name) {
		return side(name).rate();
	}

	Spread p99(String name) {
		return side(name).p99();
	}

	/** How many times the yardstick's rate the product's is. */
	double times(String yardstick) {
		return rate("ours").median() / rate(yardstick).median();
	}

	private record Side(String name, IntFunction<Load.Work> work, Spread rate, Spread p99) {
	}

}
