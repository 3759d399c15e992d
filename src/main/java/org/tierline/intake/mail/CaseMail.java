package org.tierline.intake.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

import jakarta.mail.internet.InternetAddress;

import org.tierline.cases.Attachments;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Channel;
import org.tierline.cases.Correspondence;
import org.tierline.cases.Impact;
import org.tierline.cases.Inbound;
import org.tierline.cases.Message;
import org.tierline.cases.Opening;
import org.tierline.cases.Participants;
import org.tierline.cases.Urgency;
import org.tierline.customers.Company;
import org.tierline.customers.Contact;
import org.tierline.letters.MailSettings;
import org.tierline.lifecycle.SupportCaseProcess;

import org.springframework.stereotype.Component;

/** Makes a case, or a message of one, of a person's mail (R2). */
@Component
class CaseMail {

	private static final int LONGEST_TEXT = 20_000;

	private static final int LONGEST_HTML = 1_000_000;

	private static final int MOST_PARTICIPANTS = 50;

	private final SupportCaseProcess process;

	private final Cases cases;

	private final Participants participants;

	private final Correspondence correspondence;

	private final Attachments attachments;

	private final MailSettings settings;

	CaseMail(SupportCaseProcess process, Cases cases, Participants participants, Correspondence correspondence,
			Attachments attachments, MailSettings settings) {
		this.process = process;
		this.cases = cases;
		this.participants = participants;
		this.correspondence = correspondence;
		this.attachments = attachments;
		this.settings = settings;
	}

	/**
	 * Opens a case; how bad it is, technicians find out.
	 * @param doubt why its sender may be forged: nobody in copy takes part then
	 */
	CaseNumber open(InboundMail row, IncomingMail mail, CaseNumber about, Optional<String> doubt) {
		String email = mail.address();
		Opening opening = new Opening(this.cases.companyOf(email).orElseGet(() -> Company.nameFor(email)),
				new Contact(Headers.cut(mail.name(), 200), email, null), null, row.subject(),
				mail.contents().text(LONGEST_TEXT), Impact.ONE, Urgency.HINDERED, Channel.EMAIL, null);
		CaseNumber number = (about != null) ? this.process.open(opening, about) : this.process.open(opening);
		if (Arrived.isMessageId(row.messageId())) {
			this.correspondence.opened(number, row.messageId(), html(mail));
		}
		doubt.ifPresent((why) -> warn(number, email, why));
		keep(number, null, mail);
		noteTwin(number, row.saidId());
		if (doubt.isEmpty()) {
			joinRecipients(number, mail);
		}
		return number;
	}

	/** Adds the mail to the case, or to where its customer is served by now. */
	CaseNumber join(CaseNumber about, InboundMail row, IncomingMail mail) {
		String email = mail.address();
		Message message = this.process.customerWrites(about,
				new Inbound(Channel.EMAIL, email, mail.contents().text(LONGEST_TEXT), html(mail),
						Arrived.isMessageId(row.messageId()) ? row.messageId() : null, mail.inReplyTo()));
		this.participants.join(message.number(), email, Headers.name(mail.from()));
		this.participants.heardFrom(message.number(), email);
		keep(message.number(), message.id(), mail);
		noteTwin(message.number(), row.saidId());
		joinRecipients(message.number(), mail);
		return message.number();
	}

	private void keep(CaseNumber number, Long message, IncomingMail mail) {
		mail.contents().files().forEach((file) -> attach(number, message, file, mail.address()));
		leftOut(number, mail, mail.contents().leftOut());
	}

	private void leftOut(CaseNumber number, IncomingMail mail, List<String> what) {
		if (!what.isEmpty()) {
			note(number, "Left out of the mail of " + mail.address() + ":\n- " + String.join("\n- ", what)
					+ "\nIt lies in the mailbox as it came.");
		}
	}

	private void warn(CaseNumber number, String email, String why) {
		note(number,
				"CAUTION: this mail may be forged. Our mail server could not confirm that it is from " + email + " ("
						+ why + "), so it opened a case of its own, and those in copy take no part. "
						+ "Ask the sender by another way before you tell anything.");
	}

	/** Its sender's program may be broken, or somebody tries something. */
	private void noteTwin(CaseNumber number, String saidId) {
		if (saidId != null) {
			String other = this.correspondence.caseOf(List.of(saidId)).map(CaseNumber::value).orElse("no case");
			note(number, "This mail says the Message-ID " + saidId + ", which another mail has (" + other + ").");
		}
	}

	private void note(CaseNumber number, String text) {
		this.process.staffWrites(number, text, true);
	}

	private void attach(CaseNumber number, Long message, Contents.File file, String who) {
		try {
			this.attachments.add(number, message, file.name(), file.open(), who);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Whoever had the mail in copy takes part from now on, as far as there is room. */
	private void joinRecipients(CaseNumber number, IncomingMail mail) {
		int room = MOST_PARTICIPANTS - this.participants.of(number).size();
		int left = 0;
		for (InternetAddress one : mail.recipients()) {
			boolean knownOrOurs = this.settings.isOurs(one.getAddress())
					|| (left == 0 && this.participants.find(number, one.getAddress()).isPresent());
			if (!knownOrOurs && room-- > 0) {
				this.participants.join(number, one.getAddress(), Headers.name(one));
			}
			else if (!knownOrOurs) {
				left++;
			}
		}
		if (left > 0) {
			leftOut(number, mail, List.of(left + " of its recipients: a case has at most " + MOST_PARTICIPANTS));
		}
	}

	private static String html(IncomingMail mail) {
		String html = mail.contents().html();
		return (html != null && html.length() <= LONGEST_HTML) ? html : null;
	}

}
