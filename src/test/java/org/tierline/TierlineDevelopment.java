package org.tierline;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.boot.SpringApplication;

/**
 * The development run: Tierline with a real PostgreSQL and a mail server of its own, demo
 * companies and logins. Started by {@code mvn spring-boot:test-run}.
 */
public final class TierlineDevelopment {

	private TierlineDevelopment() {
	}

	public static void main(String[] args) {
		TierlineApplication.runInUtc();
		try {
			run(args);
		}
		catch (StartRefused ex) {
			System.err.println(ex.getMessage());
			System.exit(ex.getExitCode());
		}
		catch (Throwable ex) {
			// Spring Boot has reported its own failures; threads of the servers may live
			// on.
			System.err.println("The development run did not start: " + ex.getMessage());
			System.exit(1);
		}
	}

	private static void run(String[] args) throws Exception {
		DevelopmentDatabase database = DevelopmentDatabase.start(Path.of(setting("TIERLINE_DATA", ".data")));
		SpringApplication.getShutdownHandlers().add(database::stop);
		int smtpPort = Integer.parseInt(setting("TIERLINE_SMTP_PORT", "3025"));
		int imapPort = Integer.parseInt(setting("TIERLINE_IMAP_PORT", "3143"));
		DevelopmentMail mail = DevelopmentMail.start(smtpPort, imapPort);
		SpringApplication.getShutdownHandlers().add(mail::stop);
		SpringApplication.Running running = SpringApplication.from(TierlineApplication::main)
			.with(Logins.class, DemoCompanies.class)
			.run(Stream.concat(Stream.of(args), settings(database, smtpPort, imapPort)).toArray(String[]::new));
		new ClosingBox(running.getApplicationContext().getEnvironment()).print();
	}

	private static Stream<String> settings(DevelopmentDatabase database, int smtpPort, int imapPort) {
		return Stream.of("--spring.datasource.url=" + database.url(), "--spring.datasource.username=postgres",
				"--spring.datasource.password=postgres", "--spring.mail.host=127.0.0.1",
				"--spring.mail.port=" + smtpPort, "--tierline.mail.address=" + DevelopmentMail.ADDRESS,
				"--tierline.mail.name=Tierline Support", "--tierline.mail.imap.host=127.0.0.1",
				"--tierline.mail.imap.port=" + imapPort, "--tierline.mail.imap.user=" + DevelopmentMail.ADDRESS,
				"--tierline.mail.imap.password=" + DevelopmentMail.PASSWORD, "--tierline.mail.imap.security=none",
				"--tierline.alerts.web-hook-allowed-networks=127.0.0.0/8,::1",
				// Cookies know no ports: two runs side by side must not take each
				// other's.
				"--server.servlet.session.cookie.name=TIERLINE-${server.port:8080}",
				"--camunda.bpm.webapp.session-cookie.cookie-name=TIERLINE-${server.port:8080}");
	}

	private static String setting(String name, String otherwise) {
		return Optional.ofNullable(System.getenv(name)).filter((value) -> !value.isBlank()).orElse(otherwise);
	}

}
