package org.tierline.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Yardstick limit: what PostgreSQL alone can commit. One transaction writes one case's
 * rows, 12 single-row inserts into 6 indexed tables.
 */
final class BareWrites implements Load.Work {

	private static final int TABLES = 6;

	private static final int ROWS = 12;

	private final Connection connection;

	private final List<PreparedStatement> inserts = new ArrayList<>();

	BareWrites(Server server, String database) {
		try {
			this.connection = server.connect(database);
			this.connection.setAutoCommit(false);
			for (int i = 0; i < TABLES; i++) {
				this.inserts.add(this.connection
					.prepareStatement("insert into bare" + i + " (case_id, at, who, body) values (?, now(), ?, ?)"));
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static void prepare(Server server, String database) throws SQLException {
		for (int i : IntStream.range(0, TABLES).toArray()) {
			server.update(database, """
					create table bare%1$d (id bigint generated always as identity primary key, case_id bigint not null,
					at timestamptz not null, who varchar(100) not null, body text not null);
					create index bare%1$d_case on bare%1$d (case_id, id); create index bare%1$d_at on bare%1$d (at)"""
				.formatted(i));
		}
	}

	@Override
	public boolean next() throws SQLException {
		Facts facts = Facts.any();
		long number = System.nanoTime();
		for (int i = 0; i < ROWS; i++) {
			PreparedStatement insert = this.inserts.get(i % TABLES);
			insert.setLong(1, number);
			insert.setString(2, facts.contactEmail());
			insert.setString(3, (i == 0) ? facts.details() : facts.subject());
			insert.executeUpdate();
		}
		this.connection.commit();
		return true;
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

}
