package org.tierline.bench;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Completes waiting tasks over the engine's REST. */
final class Completing implements Load.Work {

	private static final String ANSWER = """
			{"variables": {"outcome": {"value": "answer"}, "resolutionKind": {"value": "workaround"},
			"message": {"value": "Switch the hardware decoder off; the next version will do without."}}}""";

	private final Http http;

	private final Queue<String> tasks;

	Completing(Http http, Queue<String> tasks) {
		this.http = http;
		this.tasks = tasks;
	}

	@Override
	public boolean next() throws IOException {
		String task = this.tasks.poll();
		if (task != null) {
			this.http.ok("POST", "/engine-rest/task/" + task + "/complete", ANSWER);
		}
		return task != null;
	}

	@Override
	public void close() throws IOException {
		this.http.close();
	}

	static Row row(Bench bench, Product product, Stock stock) throws Exception {
		Queue<String> ours = waiting(bench, Bench.DATABASE);
		Queue<String> stocks = waiting(bench, "stock");
		bench.warmUp((worker) -> new Completing(stock.caller(), stocks), 3);
		bench.warmUp((worker) -> new Completing(product.technician(), ours), 3);
		Contest contest = new Contest(bench, 4).of("stock", (worker) -> new Completing(stock.caller(), stocks))
			.of("ours", (worker) -> new Completing(product.technician(), ours))
			.run("completing");
		return new Row("complete a task (answer), 4 in parallel", Spread.number(contest.times("stock")) + "x stock",
				contest.rate("ours") + "/s, p99 " + contest.p99("ours") + " ms",
				"stock %s/s, p99 %s ms".formatted(contest.rate("stock"), contest.p99("stock")), "1.2x stock",
				contest.times("stock") >= 1.2);
	}

	/** The oldest tasks; the newer half is left for the wave. */
	private static Queue<String> waiting(Bench bench, String database) throws Exception {
		List<String> found = bench.server()
			.list(database, "select id_ from act_ru_task where task_def_key_ = 'TriageCase' order by create_time_");
		return new ConcurrentLinkedQueue<>(
				found.subList(0, Math.max(found.size() / 2, found.size() - bench.size().wave())));
	}

}
