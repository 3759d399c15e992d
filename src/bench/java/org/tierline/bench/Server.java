package org.tierline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.util.FileSystemUtils;

/** The one PostgreSQL that the product and both yardsticks write to, durably. */
final class Server implements AutoCloseable {

	/** Asserted, and told in the report. */
	private static final Map<String, String> SETTINGS = new TreeMap<>(Map.of("fsync", "on", "synchronous_commit", "on",
			"full_page_writes", "on", "shared_buffers", "1GB", "max_wal_size", "4GB"));

	private final EmbeddedPostgres postgres;

	private Server(EmbeddedPostgres postgres) {
		this.postgres = postgres;
	}

	static Server start(Path folder) throws IOException, SQLException {
		FileSystemUtils.deleteRecursively(folder);
		EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
			.setDataDirectory(folder)
			.setPGStartupWait(Duration.ofSeconds(60))
			.setServerConfig("max_connections", "300")
			.setLocaleConfig("locale", "C")
			.setLocaleConfig("locale-provider", "builtin")
			.setLocaleConfig("builtin-locale", "C.UTF-8");
		SETTINGS.forEach(builder::setServerConfig);
		Server server = new Server(builder.start());
		server.assertSettings();
		return server;
	}

	private void assertSettings() throws SQLException {
		for (Map.Entry<String, String> setting : SETTINGS.entrySet()) {
			String shown = one("postgres", "show " + setting.getKey());
			if (!setting.getValue().equals(shown)) {
				throw new IllegalStateException(setting.getKey() + " is " + shown + ", not " + setting.getValue());
			}
		}
	}

	/** "fsync = on, ...", as PostgreSQL itself has said. */
	String settings() throws SQLException {
		StringBuilder all = new StringBuilder("PostgreSQL " + one("postgres", "show server_version"));
		SETTINGS.forEach((name, value) -> all.append(", ").append(name).append(" = ").append(value));
		return all.toString();
	}

	/** Makes an empty database. */
	Server with(String database) throws SQLException {
		try (Connection connection = connect("postgres"); Statement statement = connection.createStatement()) {
			statement.execute("create database " + database);
		}
		return this;
	}

	String url(String database) {
		return this.postgres.getJdbcUrl("postgres", database);
	}

	Connection connect(String database) throws SQLException {
		return DriverManager.getConnection(url(database));
	}

	/** The single value that a query answers. */
	String one(String database, String query) throws SQLException {
		try (Connection connection = connect(database);
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(query)) {
			return row.next() ? row.getString(1) : null;
		}
	}

	long count(String database, String query) throws SQLException {
		return Long.parseLong(one(database, query));
	}

	/** The first column of a query. */
	List<String> list(String database, String query) throws SQLException {
		try (Connection connection = connect(database);
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(query)) {
			List<String> found = new ArrayList<>();
			while (row.next()) {
				found.add(row.getString(1));
			}
			return found;
		}
	}

	int update(String database, String statements) throws SQLException {
		try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
			return statement.executeUpdate(statements);
		}
	}

	@Override
	public void close() throws IOException, SQLException {
		// So that the end does not wait for it.
		update("postgres", "checkpoint");
		this.postgres.close();
	}

}
