package org.tierline;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.util.FileSystemUtils;

/**
 * The development run's real PostgreSQL in a folder that is kept: as durable as in
 * production, so that a killed run loses nothing.
 */
final class DevelopmentDatabase {

	private static final String NAME = "tierline";

	/** Present once the database was made to its end. */
	private static final String COMPLETE = "complete";

	/** Held as long as this JVM lives, however it ends. */
	private final FileLock lock;

	private final EmbeddedPostgres postgres;

	private DevelopmentDatabase(FileLock lock, EmbeddedPostgres postgres) {
		this.lock = lock;
		this.postgres = postgres;
	}

	/**
	 * Starts the database of that folder, which nobody else may use.
	 * @throws StartRefused if somebody does
	 */
	static DevelopmentDatabase start(Path folder) throws IOException, SQLException {
		Files.createDirectories(folder);
		FileLock lock = lock(folder);
		Path data = folder.resolve("postgres");
		stopOrphan(data);
		clearIfHalfMade(folder, data);
		DevelopmentDatabase database = new DevelopmentDatabase(lock, postgres(data));
		database.assertDurable();
		database.createIfAbsent();
		Files.writeString(folder.resolve(COMPLETE), "");
		return database;
	}

	private static FileLock lock(Path folder) throws IOException {
		FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE);
		FileLock lock = channel.tryLock();
		if (lock == null) {
			throw new StartRefused("Another development run uses " + folder.toAbsolutePath()
					+ ": stop it, or set TIERLINE_DATA to another folder.");
		}
		return lock;
	}

	/**
	 * A run that was killed leaves its postmaster alive; we hold the lock, so it is
	 * nobody's.
	 */
	private static void stopOrphan(Path data) throws IOException {
		Path pidFile = data.resolve("postmaster.pid");
		if (!Files.exists(pidFile)) {
			return;
		}
		List<String> lines = Files.readAllLines(pidFile);
		var orphan = ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(DevelopmentDatabase::isPostgres);
		if (orphan.isPresent()) {
			System.out.println("Stopping the PostgreSQL that a killed run left behind");
			stop(orphan.get());
		}
	}

	/**
	 * A first run that was killed in the midst left a folder that never held anything.
	 */
	private static void clearIfHalfMade(Path folder, Path data) throws IOException {
		if (!Files.exists(folder.resolve(COMPLETE))) {
			FileSystemUtils.deleteRecursively(data);
		}
	}

	private static boolean isPostgres(ProcessHandle process) {
		return process.isAlive() && process.info().command().map((path) -> path.contains("postgres")).orElse(true);
	}

	/** SIGINT is PostgreSQL's fast shutdown: sessions are cut, the data is flushed. */
	private static void stop(ProcessHandle orphan) throws IOException {
		new ProcessBuilder("kill", "-INT", String.valueOf(orphan.pid())).inheritIO().start();
		try {
			orphan.onExit().get(Duration.ofSeconds(30).toSeconds(), TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new StartRefused(
					"The PostgreSQL of a killed run, process " + orphan.pid() + ", does not stop: stop it by hand.");
		}
	}

	private static EmbeddedPostgres postgres(Path data) throws IOException {
		return EmbeddedPostgres.builder()
			.setDataDirectory(data)
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setPGStartupWait(Duration.ofSeconds(60))
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("full_page_writes", "on")
			.setServerConfig("max_connections", "100")
			.setLocaleConfig("locale", "C")
			.setLocaleConfig("locale-provider", "builtin")
			.setLocaleConfig("builtin-locale", "C.UTF-8")
			.start();
	}

	private void assertDurable() throws SQLException {
		for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
			if (!"on".equals(ask("show " + setting))) {
				throw new IllegalStateException(setting + " is not on");
			}
		}
	}

	private void createIfAbsent() throws SQLException {
		if ("0".equals(ask("select count(*) from pg_database where datname = '" + NAME + "'"))) {
			try (Connection connection = this.postgres.getPostgresDatabase().getConnection();
					Statement statement = connection.createStatement()) {
				statement.execute("create database " + NAME);
			}
		}
	}

	private String ask(String query) throws SQLException {
		try (Connection connection = this.postgres.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement();
				ResultSet answer = statement.executeQuery(query)) {
			answer.next();
			return answer.getString(1);
		}
	}

	String url() {
		return this.postgres.getJdbcUrl("postgres", NAME);
	}

	void stop() {
		try {
			this.postgres.close();
			this.lock.release();
		}
		catch (IOException ex) {
			System.err.println("PostgreSQL did not stop: " + ex.getMessage());
		}
	}

}
