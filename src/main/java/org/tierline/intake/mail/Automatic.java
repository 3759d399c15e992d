package org.tierline.intake.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells mail that no person wrote: it opens no case and is never answered, or two
 * programs would write to each other for ever (F22).
 */
final class Automatic {

	private static final List<String> MARKS = List.of("X-Auto-Response-Suppress", "X-Autoreply", "X-Autorespond",
			"X-Auto-Reply-From", "X-Mail-Autoreply", "X-AutoReply-From", "List-Id", "List-Post");

	private static final Pattern BULK = Pattern.compile("(?i)bulk|list|junk|auto_reply");

	private static final Pattern PROGRAM = Pattern.compile("(?i)(mailer-daemon|postmaster)@.*");

	private static final Pattern AWAY = Pattern
		.compile("(?i)^(auto(matic)?[ :-]{0,2}(reply|response)|out of (the )?office|"
				+ "abwesenheitsnotiz|automatische antwort|r[ée]ponse automatique|respuesta autom[áa]tica)\\b.*");

	private Automatic() {
	}

	/** Why no person wrote that; empty if one may have. */
	static Optional<String> why(IncomingMail mail) {
		String submitted = mail.header("Auto-Submitted").toLowerCase(Locale.ROOT);
		if (!submitted.isEmpty() && !submitted.matches("no\\b.*")) {
			return Optional.of("an automatic mail: Auto-Submitted: " + Headers.cut(submitted, 100));
		}
		if (BULK.matcher(mail.header("Precedence")).matches()) {
			return Optional.of("an automatic mail: Precedence: " + mail.header("Precedence"));
		}
		return MARKS.stream()
			.filter((mark) -> !mail.header(mark).isEmpty())
			.findFirst()
			.map((mark) -> "an automatic mail: it has " + mark)
			.or(() -> byItsLooks(mail));
	}

	private static Optional<String> byItsLooks(IncomingMail mail) {
		if (mail.header("Return-Path").matches("<\\s*>") || PROGRAM.matcher(mail.address()).matches()) {
			return Optional.of("an automatic mail: a mail server wrote it");
		}
		return Optional.of(mail.subject())
			.filter((subject) -> AWAY.matcher(subject).matches())
			.map((subject) -> "an automatic mail: it says so in its subject");
	}

}
