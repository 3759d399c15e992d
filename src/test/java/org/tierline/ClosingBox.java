package org.tierline;

import java.util.Collections;
import java.util.List;

import org.springframework.core.env.Environment;

/**
 * The last words of the development run's start: where everything is and what to do next.
 */
class ClosingBox {

	private static final String TEXT = """
			Tierline is ready: {base}

			Tasklist     {base}/camunda           (Cockpit, Admin: the same login)
			API          {base}/swagger-ui.html   ({base}/v3/api-docs)
			Engine REST  {base}/engine-rest       Health  {base}/actuator/health
			Mail         SMTP {smtp}, IMAP {imap}, address support@tierline.test, password support

			Logins (password = login):
			  tier1 tier2 tier3  release-manager  supervisor  process-owner  integration  admin
			Companies: Acme Video, Borealis TV, Cascade Police

			Next: open a case with the line below, or write to support@tierline.test, log in to Tasklist as tier1, and answer it.
			Stop with Ctrl-C; what you did is kept in {data}.""";

	private static final String CURL = """
			curl -u integration:integration -H 'Content-Type: application/json' {base}/api/cases -d \
			'{"company":"Acme Video","contact":{"name":"Kim Example","email":"kim@acme.example"},\
			"subject":"Playback stops after a minute","details":"Since the update the player stops.",\
			"impact":"several","urgency":"hindered"}'""";

	private final Environment environment;

	ClosingBox(Environment environment) {
		this.environment = environment;
	}

	void print() {
		List<String> lines = fill(TEXT).lines().toList();
		int width = lines.stream().mapToInt(String::length).max().orElse(0);
		String edge = "+" + String.join("", Collections.nCopies(width + 2, "-")) + "+";
		StringBuilder box = new StringBuilder("\n" + edge + "\n");
		lines.forEach((line) -> box.append(("| %-" + width + "s |%n").formatted(line)));
		System.out.println(box + edge + "\n\n" + fill(CURL) + "\n");
	}

	private String fill(String text) {
		return text.replace("{base}", "http://localhost:" + this.environment.getProperty("local.server.port"))
			.replace("{smtp}", this.environment.getProperty("TIERLINE_SMTP_PORT", "3025"))
			.replace("{imap}", this.environment.getProperty("TIERLINE_IMAP_PORT", "3143"))
			.replace("{data}", this.environment.getProperty("TIERLINE_DATA", ".data"));
	}

}
