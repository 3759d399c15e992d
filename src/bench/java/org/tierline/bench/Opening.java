package org.tierline.bench;

import java.io.IOException;

/** Opens cases over HTTP. */
final class Opening implements Load.Work {

	private final Http http;

	private final String path;

	private final boolean product;

	private Opening(Http http, String path, boolean product) {
		this.http = http;
		this.path = path;
		this.product = product;
	}

	static Opening of(Product product) {
		return new Opening(product.integration(), "/api/cases", true);
	}

	static Opening of(Stock stock) {
		return new Opening(stock.caller(), "/engine-rest/process-definition/key/stock-case/start", false);
	}

	/** Known customers of the plan premium, in four zones. */
	static void addCompanies(Product product) throws IOException {
		String[] zones = { "Europe/Berlin", "America/New_York", "Asia/Tokyo", "UTC" };
		try (Http supervisor = product.supervisor()) {
			for (int i = 0; i < Facts.COMPANIES; i++) {
				supervisor.call("POST", "/api/companies", """
						{"name": "%s", "plan": "premium", "priorityUpdates": false, "site": {"timeZone": "%s"}}"""
					.formatted(Facts.company(i), zones[i % zones.length]));
			}
		}
	}

	@Override
	public boolean next() throws IOException {
		Facts facts = Facts.any();
		this.http.ok("POST", this.path, this.product ? facts.opening() : facts.variables());
		return true;
	}

	@Override
	public void close() throws IOException {
		this.http.close();
	}

	static Row row(Bench bench, Product product, Stock stock, int workers) throws Exception {
		Contest contest = new Contest(bench, workers).of("limit", (worker) -> new BareWrites(bench.server(), "bare"))
			.of("stock", (worker) -> of(stock))
			.of("ours", (worker) -> of(product))
			.run("opening");
		boolean soon = workers > 4 || contest.p99("ours").median() < 60;
		return new Row("open a case, " + workers + " in parallel",
				"%sx stock, %sx limit".formatted(Spread.number(contest.times("stock")),
						Spread.number(contest.times("limit"))),
				contest.rate("ours") + "/s, p99 " + contest.p99("ours") + " ms",
				"stock %s/s, p99 %s ms; limit %s/s".formatted(contest.rate("stock"), contest.p99("stock"),
						contest.rate("limit")),
				"1.2x stock" + ((workers == 4) ? ", p99 under 60 ms" : ""), contest.times("stock") >= 1.2 && soon);
	}

}
