package org.tierline.intake.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Correspondence;
import org.tierline.cases.Participant;
import org.tierline.letters.MailSettings;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides what becomes of a mail, and does it: the case or message and the mail's own
 * state in one transaction, so that nothing is lost and nothing happens twice (R21).
 */
@Component
class Filing {

	private static final Duration FLOOD = Duration.ofMinutes(10);

	private static final int MOST_CASES = 20;

	private static final int MOST_MAILS = 100;

	private final InboundMails mails;

	private final Matching matching;

	private final CaseMail caseMail;

	private final Correspondence correspondence;

	private final MailSettings settings;

	private final Clock clock;

	private final String trustedServer;

	Filing(InboundMails mails, Matching matching, CaseMail caseMail, Correspondence correspondence,
			MailSettings settings, Clock clock, @Value("${tierline.mail.trusted-authserv-id:}") String trustedServer) {
		this.mails = mails;
		this.matching = matching;
		this.caseMail = caseMail;
		this.correspondence = correspondence;
		this.settings = settings;
		this.clock = clock;
		this.trustedServer = trustedServer;
	}

	/**
	 * Files the mail, unless another node has done it.
	 * @param anew whether it must become a case of its own: the one it is about takes no
	 * more
	 * @throws NotYet if a mail that it answers is to be filed first
	 */
	@Transactional
	public void file(long id, boolean anew) {
		Optional<InboundMail> mail = this.mails.lock(id);
		if (mail.isPresent()) {
			Optional<IncomingMail> read = this.mails.raw(id).flatMap(IncomingMail::read);
			read.ifPresentOrElse((one) -> file(mail.get(), one, anew),
					() -> aside(id, "it says no sender that could be answered"));
		}
	}

	private void file(InboundMail row, IncomingMail mail, boolean anew) {
		List<Bounce> bounces = Bounce.in(mail);
		Optional<String> nobodys = nobodys(row, mail);
		if (!bounces.isEmpty()) {
			note(row, mail, bounces);
		}
		else if (nobodys.isPresent()) {
			this.mails.over(row.id(), MailState.IGNORED, null, nobodys.get());
		}
		else {
			fileOfPerson(row, mail, anew);
		}
	}

	/** Why the mail is nobody's; what a person has released is somebody's. */
	private Optional<String> nobodys(InboundMail row, IncomingMail mail) {
		if (this.settings.isOurs(mail.address())) {
			return Optional.of("our own mail: it is from " + this.settings.address());
		}
		if (this.correspondence.knows(row.messageId())) {
			return Optional.of("it is in a case already");
		}
		if (row.saidId() != null && this.correspondence.isLetter(row.saidId())) {
			return Optional.of("our own mail: it came back changed");
		}
		return row.released() ? Optional.empty() : Automatic.why(mail);
	}

	private void fileOfPerson(InboundMail row, IncomingMail mail, boolean anew) {
		if (this.mails.isWaiting(mail.references(), row.id())) {
			throw new NotYet();
		}
		Matching.Match match = this.matching.of(mail);
		// A forged sender takes part in nothing (F24); a person who released it has
		// looked.
		Optional<String> doubt = row.released() ? Optional.empty() : mail.doubt(this.trustedServer);
		boolean opens = anew || match.joined() == null || doubt.isPresent();
		if (!row.released() && isFlood(mail, opens)) {
			aside(row.id(), "too many mails of this sender within " + FLOOD.toMinutes() + " minutes");
			return;
		}
		CaseNumber number = opens ? this.caseMail.open(row, mail, match.named(), doubt)
				: this.caseMail.join(match.joined(), row, mail);
		this.mails.done(row.id(), number, opens);
	}

	/** Two programs that answer each other come to an end here at the latest. */
	private boolean isFlood(IncomingMail mail, boolean opens) {
		InboundMails.Traffic traffic = this.mails.traffic(mail.address(), this.clock.instant().minus(FLOOD));
		return traffic.filed() >= MOST_MAILS || (opens && traffic.opened() >= MOST_CASES);
	}

	private void note(InboundMail row, IncomingMail mail, List<Bounce> bounces) {
		Optional<Participant> reader = this.matching.byToken(mail);
		CaseNumber number = reader.map(Participant::number)
			.or(() -> this.correspondence.caseOf(mail.references()))
			.orElse(null);
		if (number != null) {
			String letter = mail.references().stream().filter(this.correspondence::knows).findFirst().orElse(null);
			bounces.forEach((bounce) -> this.correspondence.bounced(number, letter,
					reader.map(Participant::email).orElse(bounce.email()), bounce.why(), this.clock.instant()));
		}
		this.mails.over(row.id(), MailState.IGNORED, number,
				"a letter came back: " + bounces.get(0).email() + ": " + bounces.get(0).why());
	}

	private void aside(long id, String why) {
		this.mails.over(id, MailState.PUT_ASIDE, null, why);
	}

	/** The mail that this one answers is still to be filed. */
	static final class NotYet extends RuntimeException {

	}

}
