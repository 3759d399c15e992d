package org.tierline.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

import org.tierline.history.Originals.Original;
import org.tierline.history.Pieces.Piece;
import org.tierline.history.Pieces.Row;
import org.tierline.history.Tables.Column;
import org.tierline.history.Tables.Table;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An original with its rows, cut ready for copying.
 *
 * @param lines by table, the rows
 * @param sizes by table with numbers of its own, how many rows there are
 */
record Mould(Original original, Map<Table, List<List<Piece>>> lines, Map<String, Integer> sizes) {

	/** Reads all originals; what the engine keeps of closed ones stays out. */
	static List<Mould> of(List<Original> originals, List<Table> tables, JdbcClient jdbc) {
		Map<Original, Map<Table, List<Row>>> rows = new LinkedHashMap<>();
		originals.forEach((original) -> rows.put(original, rows(original, tables, jdbc)));
		Set<String> shared = shared(rows.values());
		return originals.stream().map((original) -> of(original, rows.get(original), shared)).toList();
	}

	private static Map<Table, List<Row>> rows(Original original, List<Table> tables, JdbcClient jdbc) {
		String[] instances = jdbc.sql("select id_ from act_ru_execution where business_key_ = ?")
			.param(original.number())
			.query(String.class)
			.list()
			.toArray(String[]::new);
		Map<Table, List<Row>> rows = new LinkedHashMap<>();
		for (Table table : tables) {
			rows.put(table,
					jdbc.sql(select(table))
						.param("case", original.id())
						.param("instances", instances)
						.query((row, index) -> {
							List<String> values = new ArrayList<>();
							for (int i = 1; i <= table.columns().size(); i++) {
								values.add(row.getString(i));
							}
							return new Row(values);
						})
						.list());
		}
		return rows;
	}

	private static String select(Table table) {
		String columns = table.columns().stream().map(Mould::text).collect(Collectors.joining(", "));
		return "select " + columns + " from " + table.name() + " where " + table.rows() + " order by 1";
	}

	private static String text(Column column) {
		return column.time() ? "(extract(epoch from " + column.name() + ") * 1000000)::bigint::text"
				: "\"" + column.name() + "\"::text";
	}

	/**
	 * Engine ids that occur in several originals: definitions, deployments, jobs'
	 * definitions.
	 */
	private static Set<String> shared(Iterable<Map<Table, List<Row>>> all) {
		Map<String, Integer> counts = new HashMap<>();
		for (Map<Table, List<Row>> one : all) {
			Set<String> found = new HashSet<>();
			one.values().forEach((rows) -> rows.forEach((row) -> row.values().forEach((value) -> {
				Matcher ids = Pieces.UUID.matcher((value != null) ? value : "");
				while (ids.find()) {
					found.add(ids.group());
				}
			})));
			found.forEach((id) -> counts.merge(id, 1, Integer::sum));
		}
		return counts.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() > 1)
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	private static Mould of(Original original, Map<Table, List<Row>> rows, Set<String> shared) {
		Map<String, List<Long>> numbers = new HashMap<>();
		rows.forEach((table, found) -> numbers(table, found, numbers));
		Pieces pieces = new Pieces(original, shared, numbers);
		Map<Table, List<List<Piece>>> lines = new LinkedHashMap<>();
		rows.forEach((table, found) -> lines.put(table, found.stream().map((row) -> pieces.of(table, row)).toList()));
		Map<String, Integer> sizes = new HashMap<>();
		numbers.forEach((table, ids) -> sizes.put(table, ids.size()));
		return new Mould(original, lines, sizes);
	}

	private static void numbers(Table table, List<Row> rows, Map<String, List<Long>> numbers) {
		for (int i = 0; i < table.columns().size(); i++) {
			int column = i;
			if (table.columns().get(i).identity()) {
				numbers.put(table.name(), rows.stream().map((row) -> Long.valueOf(row.values().get(column))).toList());
			}
		}
	}

}
