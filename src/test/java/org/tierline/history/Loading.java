package org.tierline.history;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import org.tierline.history.Pieces.Piece;
import org.tierline.history.Tables.Column;
import org.tierline.history.Tables.Table;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills all tables at the same time through COPY, a connection each, with neither
 * triggers nor indexes on the way.
 */
final class Loading implements AutoCloseable {

	private static final int BUFFER = 1 << 16;

	private final JdbcClient jdbc;

	private final List<String> indexes;

	private final Map<Table, Stream> streams = new LinkedHashMap<>();

	Loading(DataSource database, List<Table> tables) throws SQLException {
		this.jdbc = JdbcClient.create(database);
		this.indexes = dropIndexes(tables);
		for (Table table : tables) {
			this.streams.put(table, new Stream(database.getConnection(), table));
		}
	}

	/** All but those that keep rows unique. */
	private List<String> dropIndexes(List<Table> tables) {
		String[] names = tables.stream().map(Table::name).toArray(String[]::new);
		Map<String, String> found = new LinkedHashMap<>();
		this.jdbc.sql("""
				select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
				where i.indrelid = any(select n::regclass from unnest(?::text[]) n) and not i.indisunique""")
			.param(names)
			.query((row, index) -> found.put(row.getString(1), row.getString(2)))
			.list();
		found.keySet().forEach((name) -> this.jdbc.sql("drop index " + name).update());
		return List.copyOf(found.values());
	}

	void write(Mould mould, Copy copy) throws SQLException {
		for (Map.Entry<Table, List<List<Piece>>> lines : mould.lines().entrySet()) {
			Stream stream = this.streams.get(lines.getKey());
			for (List<Piece> line : lines.getValue()) {
				stream.write(line, copy);
			}
		}
	}

	/** Writes the rest, and makes the indexes, the numbers to come and the statistics. */
	@Override
	public void close() throws SQLException {
		for (Stream stream : this.streams.values()) {
			stream.close();
		}
		this.indexes.forEach((definition) -> this.jdbc.sql(definition).update());
		this.streams.keySet().stream().filter(Table::numbered).forEach(this::countOn);
		this.jdbc.sql("select setval('case_number', (select max(id) from support_case))").query(Long.class).single();
		this.streams.keySet().forEach((table) -> this.jdbc.sql("vacuum (analyze) " + table.name()).update());
	}

	private void countOn(Table table) {
		this.jdbc
			.sql("select setval(pg_get_serial_sequence('%1$s', 'id'), (select coalesce(max(id), 0) + 1 from %1$s))"
				.formatted(table.name()))
			.query(Long.class)
			.single();
	}

	private static final class Stream {

		private final Connection connection;

		private final CopyIn copy;

		private final StringBuilder lines = new StringBuilder();

		Stream(Connection connection, Table table) throws SQLException {
			this.connection = connection;
			try (Statement statement = connection.createStatement()) {
				// The copies point to each other as their originals do: not checked.
				statement.execute("set session_replication_role = replica");
			}
			String columns = table.columns()
				.stream()
				.map(Column::name)
				.map("\"%s\""::formatted)
				.collect(Collectors.joining(", "));
			this.copy = connection.unwrap(PGConnection.class)
				.getCopyAPI()
				.copyIn("copy " + table.name() + " (" + columns + ") from stdin");
		}

		void write(List<Piece> line, Copy of) throws SQLException {
			line.forEach((piece) -> piece.write(this.lines, of));
			if (this.lines.length() > BUFFER) {
				flush();
			}
		}

		private void flush() throws SQLException {
			byte[] bytes = this.lines.toString().getBytes(StandardCharsets.UTF_8);
			this.copy.writeToCopy(bytes, 0, bytes.length);
			this.lines.setLength(0);
		}

		void close() throws SQLException {
			flush();
			this.copy.endCopy();
			this.connection.close();
		}

	}

}
