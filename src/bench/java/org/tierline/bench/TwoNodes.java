package org.tierline.bench;

/** Two nodes on one database of one machine: correct, and no slower than one. */
final class TwoNodes {

	private TwoNodes() {
	}

	static Row opening(Bench bench, Product one, Product other) throws Exception {
		Contest contest = new Contest(bench, 4).of("one", (worker) -> Opening.of(one))
			.of("ours", (worker) -> Opening.of((worker % 2 == 0) ? one : other))
			.run("opening at two nodes");
		return new Row("two nodes open cases, 4 in parallel", Spread.number(contest.times("one")) + "x one node",
				contest.rate("ours") + "/s", "one node " + contest.rate("one") + "/s", "1.0x",
				contest.times("one") >= 0.95);
	}

	/** With both nodes up; one node's rate comes from the wave before. */
	static Row wave(Bench bench, Wave.Result one) throws Exception {
		Wave.Result two = new Wave(bench).ours(bench.size().wave());
		return new Row("two nodes act on a wave of %,d breaches".formatted(two.count()),
				Spread.number(two.rate() / one.rate()) + "x one node",
				two + (two.once() ? ", each exactly once" : ", **not each exactly once**"), "one node " + one,
				"1.0x, each once", two.once() && two.rate() >= 0.95 * one.rate());
	}

}
