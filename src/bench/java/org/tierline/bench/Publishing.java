package org.tierline.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.tierline.history.History;

/** A release is published for which many cases wait: each must get it, once. */
final class Publishing {

	private static final String RELEASE = "2027.1";

	private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

	private final Bench bench;

	private final Product product;

	Publishing(Bench bench, Product product) {
		this.bench = bench;
		this.product = product;
	}

	Row row() throws Exception {
		int waiting = this.bench.size().wave();
		History history = new History(this.bench.server().url(Bench.DATABASE), this.product::call);
		// As the first cases in a JVM's life would be measured otherwise.
		publish(history.addWaiting(this.bench.size().warmUp() / 3, "standard"), "warm-up");
		awaitAll();
		String defect = history.addWaiting(waiting, "premium");
		long before = count("select count(*) from delivery");
		double heapBefore = this.product.heap(true);
		publish(defect, RELEASE);
		double heap = 0;
		for (int i = 0; open() > 0 || count("select count(*) from delivery") == before; i++) {
			// Asking costs, too.
			heap = (i % 10 == 0) ? Math.max(heap, this.product.heap(false)) : heap;
			Thread.sleep(250);
		}
		return row(before, heapBefore, Math.max(heap, this.product.heap(true)));
	}

	/** Counted from the first delivery to the last by their own instants. */
	private Row row(long before, double heapBefore, double heap) throws Exception {
		long made = count("select count(*) from delivery where state = 'done'") - before;
		double seconds = Double.parseDouble(this.bench.server().one(Bench.DATABASE, """
				select extract(epoch from max(d.delivered_at) - min(r.published_at)) from delivery d
				join release r on r.id = d.release_id where r.name = '%s'""".formatted(RELEASE)));
		boolean once = count("select count(*) from timeline where what = 'delivered'") == before + made
				&& count("select count(*) from support_case where status = 'waiting-for-patch'") == 0;
		double rate = made / seconds;
		return new Row("publish a release with %,d waiting cases".formatted(made), "",
				"%s deliveries/s from the publication on, %s MB more heap%s".formatted(Spread.number(rate),
						Spread.number(heap - heapBefore), once ? ", each exactly once" : ", **not each exactly once**"),
				"", "400/s, under 200 MB more heap, each once", once && rate >= 400 && heap - heapBefore < 200);
	}

	private void publish(String defect, String release) throws IOException {
		complete("tier3", defect, "DevelopFix", "'outcome': {'value': 'fixed'}, 'fixNote': {'value': 'done'}");
		complete("tier3", defect, "VerifyFix",
				"'verified': {'value': true}, 'verificationNote': {'value': 'ok'}");
		this.product.call("release-managers", "POST", "/api/releases",
				quoted("{'name': '" + release + "', 'kind': 'patch', 'notes': 'Playback goes on.'}"));
		complete("release-managers", defect, "PlanRelease", "'releaseName': {'value': '" + release + "'}");
		complete("release-managers", release, "ApproveRelease",
				"'approved': {'value': true}, 'approvalNote': {'value': 'go'}");
		this.product.call("release-managers", "POST", "/api/releases/" + release + "/publication", "{}");
	}

	private void complete(String group, String key, String task, String variables)
			throws IOException {
		Matcher id = ID.matcher(this.product.call(group, "GET",
				"/engine-rest/task?processInstanceBusinessKey=" + key + "&taskDefinitionKey=" + task, null));
		if (!id.find()) {
			throw new IOException("there is no task " + task + " of " + key);
		}
		this.product.call(group, "POST", "/engine-rest/task/" + id.group(1) + "/complete",
				quoted("{'variables': {" + variables + "}}"));
	}

	private static String quoted(String json) {
		return json.replace('\'', '"');
	}

	private void awaitAll() throws Exception {
		this.bench.await(Bench.DATABASE, """
				select case when count(*) = 0 then 1 else 0 end from support_case where status = 'waiting-for-patch'""",
				1, Duration.ofMinutes(5));
	}

	private long open() throws Exception {
		return count("select count(*) from delivery where state in ('queued', 'failed')");
	}

	private long count(String query) throws Exception {
		return this.bench.server().count(Bench.DATABASE, query);
	}

}
