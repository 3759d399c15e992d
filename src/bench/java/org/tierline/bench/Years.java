package org.tierline.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.tierline.history.History;

/** A database with two years of history, and what is measured on it. */
final class Years {

	private final Bench bench;

	private final String inWords;

	Years(Bench bench) {
		this.bench = bench;
		this.inWords = "%,d cases, %,d open".formatted(bench.size().cases(), bench.size().cases() / 10);
	}

	void measure(Report report) throws Exception {
		try (Product product = start()) {
			report.add("start", () -> start(product));
			report.add("lists", () -> Reading.lists(this.bench, product, this.inWords));
			report.add("queue", () -> Reading.queue(this.bench, product, this.inWords));
			report.add("conversation", () -> Reading.conversation(this.bench, product, this.inWords));
			report.add("search", () -> Reading.search(this.bench, product, this.inWords));
			report.add("promising anew", () -> promiseAnew(product));
		}
	}

	private Product start() throws Exception {
		return Product.start(this.bench.server(), this.bench.folder());
	}

	Row fill(Product product) throws Exception {
		long begin = System.nanoTime();
		new History(this.bench.server().url(Bench.DATABASE), product::call).add(this.bench.size().cases(),
				this.bench.size().cases() / 10, plans());
		double minutes = (System.nanoTime() - begin) / 60e9;
		return new Row("filling a history of " + this.inWords, "", Spread.number(minutes) + " minutes", "",
				"under 10 minutes", minutes < 10);
	}

	/** Originals take their time; a small history has those of two plans. */
	private List<String> plans() {
		return this.bench.size().quick() ? List.of("standard", "premium")
				: List.of("standard", "premium", "premium-plus");
	}

	private Row start(Product product) {
		double seconds = product.child().start().toMillis() / 1000.0;
		return new Row("start to first answer on that database", "", Spread.number(seconds) + " s", "", "under 20 s",
				seconds < 20);
	}

	/**
	 * A process owner deploys a table that promises everything a minute later: each open
	 * case follows, and each of its clocks moves.
	 */
	private Row promiseAnew(Product product) throws Exception {
		String table = Files.readString(Path.of("processes/sla-targets.dmn"))
			.replaceAll("\"PT(\\d+)H\"", "\"PT$1H1M\"");
		long begin = System.nanoTime();
		product.deploy("sla-targets.dmn", table);
		this.bench.await(Bench.DATABASE, "select count(*) from repromise where total > 0", 1, Duration.ofSeconds(30));
		String left = "select count(*) from repromise_case where done_at is null";
		long end = begin + Duration.ofSeconds(this.bench.size().quick() ? 30 : 300).toNanos();
		while (this.bench.server().count(Bench.DATABASE, left) > 0 && System.nanoTime() < end) {
			Thread.sleep(250);
		}
		double seconds = (System.nanoTime() - begin) / 1e9;
		long clocks = this.bench.server().count(Bench.DATABASE, """
				select count(*) from clock c join repromise_case r on r.case_id = c.case_id
				where r.done_at is not null and c.met_at is null and c.ended_at is null""");
		double rate = clocks / seconds;
		return new Row("promising clocks anew after an edited table", "",
				"%,d clocks in %s s: %s/s".formatted(clocks, Spread.number(seconds), Spread.number(rate)), "",
				"100,000 in under 60 s", rate > 100_000 / 60.0);
	}

}
