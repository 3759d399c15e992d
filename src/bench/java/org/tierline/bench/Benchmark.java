package org.tierline.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TimeZone;

/**
 * What it costs, next to the bare engine and the bare writes: {@code mvn -Pbench verify},
 * or {@code mvn -Pbench verify -Dbench.quick} within minutes. A part alone, which is
 * printed and not kept: {@code -Dbench.only=history} (or {@code yardsticks},
 * {@code publication}, {@code clock}).
 */
public final class Benchmark {

	private final Bench bench;

	private final Report report = new Report();

	private Benchmark(Bench bench) {
		this.bench = bench;
	}

	/** Measures and writes {@code docs/benchmarks.md}. */
	public static void main(String[] args) throws Exception {
		TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
		Path folder = Files.createDirectories(Path.of("target/bench"));
		try (Server server = Server.start(folder.resolve("postgres"))) {
			new Benchmark(new Bench(server, Size.asked(), folder)).run();
		}
		System.exit(0);
	}

	private void run() throws Exception {
		Size size = this.bench.size();
		Bench.say(size.inWords() + ", " + this.bench.server().settings());
		this.bench.server().with(Bench.DATABASE);
		if (size.has("yardsticks") || size.has("publication") || size.has("history")) {
			try (Product product = Product.start(this.bench.server(), this.bench.folder())) {
				on(product);
			}
		}
		if (size.has("history")) {
			new Years(this.bench).measure(this.report);
		}
		if (size.has("clock")) {
			this.report.add("`dueAt` of a 120-hour target with holidays", () -> DueAt.row(size));
		}
		this.report.write(Path.of("docs/benchmarks.md"), this.bench.server().settings(), size);
	}

	/** One process and one database for all of it: what was warmed up stays so. */
	private void on(Product product) throws Exception {
		if (this.bench.size().has("yardsticks")) {
			besideTheYardsticks(product);
		}
		if (this.bench.size().has("publication")) {
			this.report.add("publish a release", () -> new Publishing(this.bench, product).row());
		}
		if (this.bench.size().has("history")) {
			this.report.add("filling the history", () -> new Years(this.bench).fill(product));
		}
	}

	private void besideTheYardsticks(Product product) throws Exception {
		this.bench.server().with("stock").with("bare");
		BareWrites.prepare(this.bench.server(), "bare");
		Wave wave = new Wave(this.bench);
		try (Stock stock = Stock.start(this.bench.server(), "stock", this.bench.folder())) {
			Opening.addCompanies(product);
			warmUp(product, stock);
			this.report.add("open a case, 4 in parallel", () -> Opening.row(this.bench, product, stock, 4));
			this.report.add("open a case, 16 in parallel", () -> Opening.row(this.bench, product, stock, 16));
			this.report.add("resident memory", () -> memory(product, stock));
			this.report.add("complete a task", () -> Completing.row(this.bench, product, stock));
			this.report.add("a wave of breaches", wave::row);
		}
		twoNodes(product, wave);
	}

	private void twoNodes(Product one, Wave wave) throws Exception {
		try (Product other = Product.start(this.bench.server(), this.bench.folder())) {
			// The other node has answered some ten thousand calls by now, and its JVM knows them.
			for (int i = 0; i < (this.bench.size().quick() ? 1 : 4); i++) {
				this.bench.warmUp((worker) -> Opening.of(other));
			}
			this.report.add("two nodes open cases", () -> TwoNodes.opening(this.bench, one, other));
			this.report.add("two nodes act on a wave", () -> TwoNodes.wave(this.bench, wave.ofOneNode()));
		}
	}

	private Row memory(Product product, Stock stock) throws Exception {
		long cases = this.bench.server().count(Bench.DATABASE, "select count(*) from support_case");
		double memory = product.child().memory();
		return new Row("resident memory after opening %,d cases".formatted(cases), "", Spread.number(memory) + " MB",
				"stock " + Spread.number(stock.child().memory()) + " MB", "under 700 MB after 10,000", memory < 700);
	}

	private void warmUp(Product product, Stock stock) throws Exception {
		Bench.say("warming up");
		this.bench.warmUp((worker) -> new BareWrites(this.bench.server(), "bare"));
		this.bench.warmUp((worker) -> Opening.of(stock));
		this.bench.warmUp((worker) -> Opening.of(product));
	}

}
