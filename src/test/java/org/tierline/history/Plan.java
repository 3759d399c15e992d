package org.tierline.history;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How PostgreSQL answered a question. */
record Plan(String question, List<String> lines) {

	private static final Pattern SCAN = Pattern.compile("Seq Scan on (\\w+)");

	private static final Pattern ROWS = Pattern.compile("actual time=\\S+ rows=(\\d+) loops=(\\d+)");

	private static final Pattern REMOVED = Pattern.compile("Rows Removed by (?:Join )?Filter: (\\d+)");

	private static final Pattern BUFFERS = Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");

	/** Tables that it read from beginning to end. */
	List<String> readWhole() {
		return this.lines.stream().map(SCAN::matcher).filter(Matcher::find).map((found) -> found.group(1)).toList();
	}

	/** The rows that the busiest of its steps has handed on. */
	long rows() {
		return this.lines.stream()
			.map(ROWS::matcher)
			.filter(Matcher::find)
			.mapToLong((found) -> Long.parseLong(found.group(1)) * Long.parseLong(found.group(2)))
			.max()
			.orElse(0);
	}

	/** The rows that a step has looked at in vain, at most. */
	long removed() {
		return this.lines.stream()
			.map(REMOVED::matcher)
			.filter(Matcher::find)
			.mapToLong((found) -> Long.parseLong(found.group(1)))
			.max()
			.orElse(0);
	}

	/** Pages of 8 kB that it touched. */
	int pages() {
		return this.lines.stream()
			.map(BUFFERS::matcher)
			.filter(Matcher::find)
			.map((found) -> number(found.group(1)) + number(found.group(2)))
			.findFirst()
			.orElse(0);
	}

	private static int number(String digits) {
		return (digits != null) ? Integer.parseInt(digits) : 0;
	}

	@Override
	public String toString() {
		return this.question.strip().replaceAll("\\s+", " ") + "\n  " + String.join("\n  ", this.lines);
	}

}
