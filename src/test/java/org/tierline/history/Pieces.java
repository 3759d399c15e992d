package org.tierline.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.tierline.history.Tables.Column;
import org.tierline.history.Tables.Table;

/** Cuts a row of an original into what all copies share and what each has of its own. */
final class Pieces {

	static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

	private final Pattern own;

	private final long caseId;

	private final Set<String> shared;

	/** By table, the numbers of the original's rows in their order. */
	private final Map<String, List<Long>> numbers;

	/**
	 * Cuts the rows of one original.
	 * @param shared engine ids that are not the case's: definitions and the like
	 */
	Pieces(Originals.Original original, Set<String> shared, Map<String, List<Long>> numbers) {
		this.own = Pattern.compile(UUID + "|" + original.number() + "|" + original.company() + "|" + Originals.SUBJECT);
		this.caseId = original.id();
		this.shared = shared;
		this.numbers = numbers;
	}

	List<Piece> of(Table table, Row row) {
		List<Piece> pieces = new ArrayList<>();
		StringBuilder common = new StringBuilder();
		for (int i = 0; i < table.columns().size(); i++) {
			common.append((i == 0) ? "" : "\t");
			value(table, table.columns().get(i), row.values().get(i), common, pieces);
		}
		literal(common.append('\n'), pieces);
		return pieces;
	}

	private void value(Table table, Column column, String value, StringBuilder common, List<Piece> pieces) {
		String target = column.identity() ? table.name() : table.references().get(column.name());
		if (value == null) {
			common.append("\\N");
		}
		else if (column.time()) {
			long micros = Long.parseLong(value);
			own((out, copy) -> Times.write(copy.time(micros), out), common, pieces);
		}
		else if (column.name().equals("case_id") || "support_case".equals(table.name()) && column.name().equals("id")) {
			own(Long.parseLong(value) == this.caseId ? (out, copy) -> out.append(copy.id())
					: (out, copy) -> out.append(value), common, pieces);
		}
		else if ("company".equals(target)) {
			own((out, copy) -> out.append(copy.companyId()), common, pieces);
		}
		else if (target != null && this.numbers.containsKey(target)) {
			int index = this.numbers.get(target).indexOf(Long.valueOf(value));
			own((out, copy) -> out.append(copy.number(target) + index), common, pieces);
		}
		else {
			text(value, common, pieces);
		}
	}

	private void text(String value, StringBuilder common, List<Piece> pieces) {
		Matcher found = this.own.matcher(value);
		int end = 0;
		while (found.find()) {
			common.append(escaped(value.substring(end, found.start())));
			word(found.group(), common, pieces);
			end = found.end();
		}
		common.append(escaped(value.substring(end)));
	}

	private void word(String word, StringBuilder common, List<Piece> pieces) {
		if (word.startsWith(Originals.COMPANY)) {
			own((out, copy) -> out.append(copy.company()), common, pieces);
		}
		else if (word.equals(Originals.SUBJECT)) {
			own((out, copy) -> out.append(copy.subject()), common, pieces);
		}
		else if (word.startsWith("SC-")) {
			own((out, copy) -> out.append("SC-").append(copy.id()), common, pieces);
		}
		else if (this.shared.contains(word)) {
			common.append(word);
		}
		else {
			// The node of a time-based id is the same in all of a process; a copy has
			// another.
			String time = word.substring(0, 24);
			own((out, copy) -> out.append(time).append(copy.node()), common, pieces);
		}
	}

	private static void own(Piece piece, StringBuilder common, List<Piece> pieces) {
		literal(common, pieces);
		pieces.add(piece);
	}

	private static void literal(StringBuilder common, List<Piece> pieces) {
		if (!common.isEmpty()) {
			String text = common.toString();
			pieces.add((out, copy) -> out.append(text));
			common.setLength(0);
		}
	}

	/** As COPY wants it. */
	private static String escaped(String text) {
		return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
	}

	/** A part of a line. */
	@FunctionalInterface
	interface Piece {

		void write(StringBuilder out, Copy copy);

	}

	/** The values of a row in the order of the columns, times in microseconds. */
	record Row(List<String> values) {
	}

}
