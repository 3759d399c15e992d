package org.tierline.intake.mail;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A mail server says that a letter of ours was not delivered (RFC 3464).
 *
 * @param email whom it did not reach
 * @param why in the server's words
 */
record Bounce(String email, String why) {

	private static final int LONGEST = 500;

	/** Those that failed for good; one that is only late is none. */
	static List<Bounce> in(IncomingMail mail) {
		String report = mail.contents().report();
		if (report == null) {
			return List.of();
		}
		return Arrays.stream(report.split("\n\\s*\n"))
			.limit(100)
			.map(Bounce::fields)
			.filter((fields) -> "failed".equalsIgnoreCase(fields.get("action")))
			.map(Bounce::of)
			.filter(Objects::nonNull)
			.toList();
	}

	private static Bounce of(Map<String, String> fields) {
		String recipient = fields.getOrDefault("original-recipient", fields.get("final-recipient"));
		if (recipient == null) {
			return null;
		}
		String why = fields.getOrDefault("diagnostic-code", fields.getOrDefault("status", "it was not delivered"));
		return new Bounce(value(recipient).replaceAll("[<>]", ""), Headers.cut(Headers.line(value(why)), LONGEST));
	}

	/** "rfc822; kim@example.test" is a type and a value. */
	private static String value(String field) {
		return field.substring(field.indexOf(';') + 1).strip();
	}

	private static Map<String, String> fields(String group) {
		Map<String, String> fields = new LinkedHashMap<>();
		group.replaceAll("\n[ \t]+", " ").lines().forEach((line) -> {
			int colon = line.indexOf(':');
			if (colon > 0) {
				fields.putIfAbsent(line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
						line.substring(colon + 1).strip());
			}
		});
		return fields;
	}

}
