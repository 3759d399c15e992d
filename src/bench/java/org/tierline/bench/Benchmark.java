package org.tierline.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.TimeZone;

/**
 * What it costs, next to the bare engine and the bare writes: {@code mvn -Pbench verify},
 * or {@code mvn -Pbench verify -Dbench.quick} within five minutes.
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
		Bench.say(this.bench.size().inWords() + ", " + this.bench.server().settings());
		besideTheYardsticks();
		row("`dueAt` of a 120-hour target with holidays", () -> DueAt.row(this.bench.size()));
		this.report.write(Path.of("docs/benchmarks.md"), this.bench.server().settings(), this.bench.size());
	}

	private void besideTheYardsticks() throws Exception {
		prepareDatabases();
		try (Stock stock = Stock.start(this.bench.server(), "stock", this.bench.folder());
				Product product = Product.start(this.bench.server(), "tierline", this.bench.folder())) {
			Opening.addCompanies(product);
			warmUp(product, stock);
			row("open a case, 4 in parallel", () -> Opening.row(this.bench, product, stock, 4));
			row("open a case, 16 in parallel", () -> Opening.row(this.bench, product, stock, 16));
			row("complete a task", () -> Completing.row(this.bench, product, stock));
			row("a wave of breaches", () -> new Wave(this.bench).row());
		}
	}

	private void prepareDatabases() throws SQLException {
		this.bench.server().with("tierline").with("stock").with("bare");
		BareWrites.prepare(this.bench.server(), "bare");
	}

	private void warmUp(Product product, Stock stock) throws Exception {
		Bench.say("warming up");
		this.bench.warmUp((worker) -> new BareWrites(this.bench.server(), "bare"));
		this.bench.warmUp((worker) -> Opening.of(stock));
		this.bench.warmUp((worker) -> Opening.of(product));
	}

	/** One that fails is told as such and does not stop the others. */
	private void row(String work, Measuring measuring) {
		try {
			this.report.add(measuring.row());
		}
		catch (Exception ex) {
			ex.printStackTrace();
			this.report.add(Row.failed(work, ex));
		}
	}

	private interface Measuring {

		Row row() throws Exception;

	}

}
