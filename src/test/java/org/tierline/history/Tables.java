package org.tierline.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables that hold something of a case: those of the product are found by their
 * foreign keys, so that a new one is copied too; those of the engine are named.
 */
final class Tables {

	private static final Map<String, String> ENGINE = new LinkedHashMap<>();

	static {
		ENGINE.put("act_ru_execution", "proc_inst_id_ = any(:instances)");
		ENGINE.put("act_ru_task", "proc_inst_id_ = any(:instances)");
		ENGINE.put("act_ru_variable", "proc_inst_id_ = any(:instances)");
		ENGINE.put("act_ru_job", "process_instance_id_ = any(:instances)");
		ENGINE.put("act_ru_event_subscr", "proc_inst_id_ = any(:instances)");
		ENGINE.put("act_ru_identitylink",
				"task_id_ in (select id_ from act_ru_task where proc_inst_id_ = any(:instances))");
		ENGINE.put("act_ru_authorization", """
				resource_id_ = any(:instances)
				or resource_id_ in (select id_ from act_ru_task where proc_inst_id_ = any(:instances))""");
		ENGINE.put("act_hi_procinst", "proc_inst_id_ = any(:instances)");
		ENGINE.put("act_hi_actinst", "proc_inst_id_ = any(:instances)");
		ENGINE.put("act_hi_taskinst", "proc_inst_id_ = any(:instances)");
	}

	private final JdbcClient jdbc;

	Tables(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Table> all() {
		Map<String, Table> found = new LinkedHashMap<>();
		found.put("support_case", new Table("support_case", "id = :case", columns("support_case"), Map.of()));
		List<ForeignKey> keys = foreignKeys();
		boolean more = true;
		while (more) {
			more = false;
			for (ForeignKey key : keys) {
				if (found.containsKey(key.to()) && !found.containsKey(key.from())) {
					found.put(key.from(), child(key, found.get(key.to()), keys));
					more = true;
				}
			}
		}
		ENGINE.forEach((name, rows) -> found.put(name, new Table(name, rows, columns(name), Map.of())));
		return new ArrayList<>(found.values());
	}

	private Table child(ForeignKey key, Table parent, List<ForeignKey> keys) {
		Map<String, String> references = new LinkedHashMap<>();
		keys.stream()
			.filter((other) -> other.from().equals(key.from()))
			.forEach((other) -> references.put(other.column(), other.to()));
		String rows = key.column() + " in (select id from " + parent.name() + " where " + parent.rows() + ")";
		return new Table(key.from(), rows, columns(key.from()), references);
	}

	private List<ForeignKey> foreignKeys() {
		return this.jdbc
			.sql("""
					select c.conrelid::regclass::text as child, a.attname as column_name, c.confrelid::regclass::text as parent
					from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
					where c.contype = 'f' and c.conrelid <> c.confrelid and c.conrelid::regclass::text not like 'act_%'
					order by 1, 2""")
			.query((row, index) -> new ForeignKey(row.getString(1), row.getString(2), row.getString(3)))
			.list();
	}

	/** What the database makes up at random it makes up for each copy. */
	private List<Column> columns(String table) {
		return this.jdbc.sql("""
					select column_name, data_type, is_identity from information_schema.columns
					where table_schema = 'public' and table_name = ? and is_generated = 'NEVER'
				and coalesce(column_default, '') not like '%gen_random_uuid%' order by ordinal_position""")
			.param(table)
			.query((row, index) -> new Column(row.getString(1), row.getString(2).startsWith("timestamp"),
					"YES".equals(row.getString(3))))
			.list();
	}

	/**
	 * A table.
	 *
	 * @param rows the condition for those of one case
	 * @param references column to the table it points to
	 */
	record Table(String name, String rows, List<Column> columns, Map<String, String> references) {

		/** Whether other rows know its rows by a number that the database has given. */
		boolean numbered() {
			return this.columns.stream().anyMatch(Column::identity);
		}

	}

	/** A column that is written. */
	record Column(String name, boolean time, boolean identity) {
	}

	private record ForeignKey(String from, String column, String to) {
	}

}
