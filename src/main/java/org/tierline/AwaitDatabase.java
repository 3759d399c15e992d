package org.tierline;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Stands before everything else at a start: without a named database it stops at once,
 * and one that is down (a machine that boots, a restart) is given time.
 */
class AwaitDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final Log logger = LogFactory.getLog(TierlineApplication.class);

	private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

	private static final int ATTEMPTS_PER_LINE = 5;

	/** Wrong password or method, no such database: waiting does not help. */
	private static final Set<String> HOPELESS = Set.of("28P01", "28000", "3D000");

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		Environment environment = context.getEnvironment();
		String url = environment.getProperty("spring.datasource.url");
		if (!StringUtils.hasText(url)) {
			throw new StartRefused("Tierline needs a PostgreSQL database: set SPRING_DATASOURCE_URL, "
					+ "SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.");
		}
		await(url, login(environment),
				environment.getProperty("tierline.database-wait", Duration.class, Duration.ofSeconds(60)));
	}

	private static Properties login(Environment environment) {
		Properties login = new Properties();
		login.setProperty("user", environment.getProperty("spring.datasource.username", ""));
		login.setProperty("password", environment.getProperty("spring.datasource.password", ""));
		login.setProperty("connectTimeout", "5");
		login.setProperty("loginTimeout", "5");
		return login;
	}

	private static void await(String url, Properties login, Duration patience) {
		Instant end = Instant.now().plus(patience);
		String place = url.replaceFirst("\\?.*", "");
		for (int attempt = 0;; attempt++) {
			String trouble = tryOnce(url, login, place);
			if (trouble == null) {
				return;
			}
			if (Instant.now().isAfter(end)) {
				throw new StartRefused("The database %s did not answer within %d s: %s".formatted(place,
						patience.toSeconds(), trouble));
			}
			if (attempt % ATTEMPTS_PER_LINE == 0) {
				logger.warn("Waiting for the database %s: %s".formatted(place, trouble));
			}
			pause();
		}
	}

	/** What is wrong, or null. */
	private static String tryOnce(String url, Properties login, String place) {
		try (Connection connection = DriverManager.getConnection(url, login)) {
			return connection.isValid(5) ? null : "the connection is not valid";
		}
		catch (SQLException ex) {
			String trouble = String.valueOf(ex.getMessage()).lines().findFirst().orElse("no connection");
			if (HOPELESS.contains(String.valueOf(ex.getSQLState()))) {
				throw new StartRefused("The database %s refuses us: %s".formatted(place, trouble));
			}
			return trouble;
		}
	}

	private static void pause() {
		try {
			Thread.sleep(BETWEEN_ATTEMPTS.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new StartRefused("Interrupted while waiting for the database.");
		}
	}

}
