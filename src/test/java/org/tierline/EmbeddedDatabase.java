package org.tierline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A real PostgreSQL for tests: one server per JVM, one database per application context,
 * so that the job executor of a cached context never works on another's cases.
 */
public class EmbeddedDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final AtomicInteger COUNT = new AtomicInteger();

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		TestPropertyValues
			.of("spring.datasource.url=" + freshDatabase(), "spring.datasource.username=postgres",
					"spring.datasource.password=postgres",
					// Many contexts share one server: none keeps what it does not use.
					"spring.datasource.hikari.minimum-idle=1")
			.applyTo(context);
	}

	/** The JDBC URL of a new, empty database. */
	public static String freshDatabase() {
		String name = "tierline" + COUNT.incrementAndGet();
		try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
				var statement = connection.createStatement()) {
			statement.execute("create database " + name);
			return Server.POSTGRES.getJdbcUrl("postgres", name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("no test database", ex);
		}
	}

	private static final class Server {

		static final EmbeddedPostgres POSTGRES = start();

		private static EmbeddedPostgres start() {
			try {
				EmbeddedPostgres postgres = EmbeddedPostgres.builder()
					.setServerConfig("max_connections", "800")
					.setRegisterShutdownHook(false)
					.start();
				SpringApplication.getShutdownHandlers().add(() -> stop(postgres));
				return postgres;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		/**
		 * Only after the contexts: their pools would wait 30 s for a server that is gone.
		 */
		private static void stop(EmbeddedPostgres postgres) {
			try {
				postgres.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
