package org.tierline.intake.mail;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Correspondence;
import org.tierline.cases.Participant;
import org.tierline.cases.Participants;
import org.tierline.letters.MailSettings;

import org.springframework.stereotype.Component;

/**
 * Finds the case that a mail is about: by the token of its reply address, by the mails
 * that it answers, by the number in its subject. Whoever takes no part in that case gets
 * a case of their own that points to it (F24).
 */
@Component
class Matching {

	private static final Pattern NUMBER = Pattern.compile("(?i)\\bSC-[1-9][0-9]{5,17}\\b");

	private final Participants participants;

	private final Correspondence correspondence;

	private final Cases cases;

	private final MailSettings settings;

	Matching(Participants participants, Correspondence correspondence, Cases cases, MailSettings settings) {
		this.participants = participants;
		this.correspondence = correspondence;
		this.cases = cases;
		this.settings = settings;
	}

	Match of(IncomingMail mail) {
		Set<CaseNumber> named = new LinkedHashSet<>();
		byToken(mail).map(Participant::number).ifPresent(named::add);
		mail.references().forEach((id) -> this.correspondence.caseOf(List.of(id)).ifPresent(named::add));
		bySubject(mail).ifPresent(named::add);
		Optional<CaseNumber> joined = named.stream()
			.filter((number) -> this.participants.find(number, mail.address()).isPresent())
			.findFirst();
		return new Match(joined.orElse(null), named.stream().findFirst().orElse(null));
	}

	/** Whose reply address it was written to. */
	Optional<Participant> byToken(IncomingMail mail) {
		return mail.deliveredTo()
			.stream()
			.flatMap((email) -> this.settings.tokenIn(email).stream())
			.distinct()
			.limit(20)
			.flatMap((token) -> this.participants.byToken(token).stream())
			.findFirst();
	}

	private Optional<CaseNumber> bySubject(IncomingMail mail) {
		Matcher number = NUMBER.matcher(mail.subject());
		return number.find() ? CaseNumber.parse(number.group().toUpperCase(Locale.ROOT))
			.filter((parsed) -> this.cases.find(parsed).isPresent()) : Optional.empty();
	}

	/**
	 * What a mail is about.
	 *
	 * @param joined the case in which the sender takes part, or null
	 * @param named the case that the mail names at all, or null
	 */
	record Match(CaseNumber joined, CaseNumber named) {
	}

}
