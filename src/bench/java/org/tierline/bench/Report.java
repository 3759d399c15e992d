package org.tierline.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The table: printed, and kept in {@code docs/benchmarks.md} above what people wrote
 * there.
 */
final class Report {

	/** What follows it in the file is written by people and stays. */
	private static final String NOTES = "## What stands between";

	private final List<Row> rows = new ArrayList<>();

	/** One that cannot be measured is told as such and does not stop the others. */
	void add(String work, Measuring measuring) {
		try {
			add(measuring.row());
		}
		catch (Exception ex) {
			ex.printStackTrace();
			add(Row.failed(work, ex));
		}
	}

	void add(Row row) {
		this.rows.add(row);
		Bench.say(row.work() + ": " + row.ratio() + " | " + row.ours() + " | " + row.yardsticks() + " | "
				+ row.verdict());
	}

	void write(Path file, String settings, Size size) throws IOException, InterruptedException {
		if (!size.whole()) {
			System.out.println("\n" + table());
			return;
		}
		String notes = Files.exists(file) ? notes(Files.readString(file)) : NOTES + "\n";
		String page = """
				# Benchmarks

				Written by `mvn -Pbench verify`. Only the ratios count: machines differ. *stock* is the engine's bare starter with default
				settings and a process of the same shape, *limit* the bare writes of one case's rows in a transaction; both run against the
				same PostgreSQL in the same run, taking turns with the product. Figures are medians of the rounds, with the least and the most.

				| | |
				|---|---|
				%s
				%s
				%s"""
			.formatted(facts(settings, size), table(), notes);
		Files.writeString(file, page);
		System.out.println("\n" + table() + "\nwritten to " + file);
	}

	private static String notes(String old) {
		return old.contains(NOTES) ? old.substring(old.indexOf(NOTES)) : NOTES + "\n";
	}

	private String table() {
		return this.rows.stream()
			.map((row) -> "| %s | %s | %s | %s | %s | %s |%n".formatted(row.work(), row.ratio(), row.ours(),
					row.yardsticks(), row.target(), row.verdict()))
			.collect(Collectors.joining("",
					"| work | ratio | Tierline | yardsticks | to reach | verdict |\n|---|---|---|---|---|---|\n", ""));
	}

	private static String facts(String settings, Size size) throws IOException, InterruptedException {
		return """
				| measured | %s, %s |
				| commit | %s |
				| machine | %s |
				| database | %s |
				| product | `java %s -jar tierline.jar` |
				""".formatted(Instant.now().truncatedTo(ChronoUnit.MINUTES), size.inWords(), commit(), machine(),
				settings, String.join(" ", Product.FLAGS));
	}

	private static String commit() throws IOException, InterruptedException {
		boolean clean = output("git", "status", "--porcelain", "--", ":!docs/benchmarks.md").isEmpty();
		String commit = output("git", "log", "-1", "--format=%h, %s");
		return (commit.isEmpty() ? "unknown" : commit) + (clean ? "" : " (with changes that are not committed)");
	}

	private static String machine() {
		var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
		return "%d processors (%s), %d GB, %s, Java %s".formatted(system.getAvailableProcessors(), system.getArch(),
				system.getTotalMemorySize() >> 30, system.getName(), System.getProperty("java.version"));
	}

	private static String output(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		process.waitFor();
		return output;
	}

	/** Measures for a row. */
	interface Measuring {

		Row row() throws Exception;

	}

}
