package org.tierline.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads over and over one of several paths, at random. */
final class Reading implements Load.Work {

	private static final Pattern FILTER = Pattern.compile("\"id\":\"([^\"]+)\"[^{}]*?\"name\":\"Tier 1\"");

	private final Http http;

	private final List<String> paths;

	private Reading(Http http, List<String> paths) {
		this.http = http;
		this.paths = paths;
	}

	@Override
	public boolean next() throws IOException {
		this.http.ok("GET", this.paths.get(ThreadLocalRandom.current().nextInt(this.paths.size())), null);
		return true;
	}

	@Override
	public void close() throws IOException {
		this.http.close();
	}

	/** Pages of lists, each filter alone and some together. */
	static Row lists(Bench bench, Product product, String history) throws Exception {
		List<String> paths = new ArrayList<>(List.of("", "?status=open", "?status=closed", "?status=withdrawn",
				"?status=waiting-for-patch", "?tier=1", "?tier=2", "?tier=3", "?severity=1", "?severity=4",
				"?status=open&severity=1", "?status=resolved&tier=1", "?status=closed&tier=2&severity=2",
				"?company=premium+customer+3&status=open"));
		for (int i = 1; i < 10; i++) {
			paths.add("?company=standard+customer+" + i);
			paths.add("?after=SC-1" + i + "0000");
		}
		return row(bench, product, "a page of a filtered list, " + history, of("/api/cases", paths), 50);
	}

	static Row queue(Bench bench, Product product, String history) throws Exception {
		String filters;
		try (Http technician = product.technician()) {
			filters = technician.ok("GET", "/engine-rest/filter", null);
		}
		Matcher queue = FILTER.matcher(filters);
		if (!queue.find()) {
			throw new IOException("no filter Tier 1 in " + filters);
		}
		return row(bench, product, "Tasklist's queue Tier 1, its page and its count, " + history,
				of("/engine-rest/filter/" + queue.group(1), List.of("/list?firstResult=0&maxResults=15", "/count")),
				50);
	}

	/** Some cases get a long conversation. */
	static Row conversation(Bench bench, Product product, String history) throws Exception {
		bench.server()
			.update(Bench.DATABASE,
					"""
							insert into message (case_id, at, author, who, visibility, body, delivery)
							select c.id, c.opened_at + n * interval '1 minute', 'customer', 'kim@example.test', 'public',
							'Line ' || n || ': it still stops. %s', 'none'
							from (select id, opened_at from support_case where id %% 100 = 0 order by id limit 20) c, generate_series(1, 200) n"""
						.formatted("We have tried another browser. ".repeat(5)));
		List<String> paths = new ArrayList<>();
		for (String number : bench.server()
			.list(Bench.DATABASE, "select id from support_case where id % 100 = 0 order by id limit 20")) {
			paths.add("SC-" + number);
			paths.add("SC-" + number + "/messages");
		}
		return row(bench, product, "a case and its 200 messages, " + history, of("/api/cases/", paths), 50);
	}

	/** Words that occur once, seldom and often. */
	static Row search(Bench bench, Product product, String history) throws Exception {
		List<String> words = new ArrayList<>(List.of("player", "update+stops", "SC-100777"));
		bench.server()
			.list(Bench.DATABASE, "select subject from support_case where id % 100 = 5 limit 20")
			.forEach((subject) -> words.add(Stream.of(subject.split("\\W+"))
				.max(Comparator.comparing(String::length))
				.orElse(subject)));
		return row(bench, product, "full-text search, " + history, of("/api/cases?q=", words), 150);
	}

	private static List<String> of(String start, List<String> ends) {
		return ends.stream().map(start::concat).toList();
	}

	private static Row row(Bench bench, Product product, String what, List<String> paths, int most) throws Exception {
		bench.warmUp((worker) -> new Reading(product.technician(), paths), 2);
		Contest contest = new Contest(bench, 4).of("ours", (worker) -> new Reading(product.technician(), paths))
			.run(what);
		return new Row(what, "", contest.rate("ours") + "/s, p99 " + contest.p99("ours") + " ms", "",
				"p99 under " + most + " ms at 4 in parallel", contest.p99("ours").median() < most);
	}

}
