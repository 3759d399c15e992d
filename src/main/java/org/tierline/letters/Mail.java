package org.tierline.letters;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import org.eclipse.angus.mail.smtp.SMTPMessage;

import org.tierline.cases.Attachment;
import org.tierline.cases.Attachments;
import org.tierline.cases.Casework;
import org.tierline.cases.Occasion;
import org.tierline.cases.Outgoing;
import org.tierline.cases.Participant;
import org.tierline.cases.ParticipantRole;

/**
 * A letter as one participant gets it: everybody sees the same, but each has a reply
 * address of their own. However often it is made, it is the same mail.
 */
class Mail extends SMTPMessage {

	private static final String UTF_8 = StandardCharsets.UTF_8.name();

	private final String messageId;

	Mail(Session session, MailSettings settings, Copy copy, Letter letter, Attachments files)
			throws MessagingException {
		super(session);
		Outgoing outgoing = copy.letter();
		this.messageId = outgoing.messageId();
		address(settings, copy);
		thread(outgoing);
		markAutomatic(outgoing);
		setSentDate(Date.from(outgoing.at()));
		setSubject(line(letter.subject()), UTF_8);
		setContent(content(copy, letter, files));
		saveChanges();
	}

	/** Mail programs know a repeated mail by its Message-ID. */
	@Override
	protected void updateMessageID() throws MessagingException {
		setHeader("Message-ID", this.messageId);
	}

	private void address(MailSettings settings, Copy copy) throws MessagingException {
		String reply = settings.replyAddress(copy.reader().token());
		setFrom(named(settings.address(), settings.name()));
		setReplyTo(new InternetAddress[] { named(reply, settings.name()) });
		// What comes back says by its address whose mail it was.
		setEnvelopeFrom(reply);
		for (Participant one : copy.seen()) {
			addRecipient((one.role() == ParticipantRole.CONTACT) ? RecipientType.TO : RecipientType.CC,
					named(one.email(), one.name()));
		}
	}

	private void thread(Outgoing outgoing) throws MessagingException {
		if (!outgoing.references().isEmpty()) {
			setHeader("In-Reply-To", outgoing.references().get(outgoing.references().size() - 1));
			setHeader("References", String.join("\r\n ", outgoing.references()));
		}
	}

	/** Nobody's out-of-office program is to answer what no person wrote (F22). */
	private void markAutomatic(Outgoing outgoing) throws MessagingException {
		if (outgoing.who().equals(Casework.TIERLINE)) {
			setHeader("Auto-Submitted",
					(outgoing.occasion() == Occasion.ACKNOWLEDGED) ? "auto-replied" : "auto-generated");
			setHeader("Precedence", "bulk");
			// Not "All": of a letter that cannot be delivered we want to hear.
			setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
		}
	}

	private static MimeMultipart content(Copy copy, Letter letter, Attachments files) throws MessagingException {
		MimeMultipart readings = new MimeMultipart("alternative");
		readings.addBodyPart(text(letter.text(), "plain"));
		readings.addBodyPart(text(letter.html(), "html"));
		List<Attachment> attached = copy.parts()
			.stream()
			.flatMap((part) -> part.letter().attachments().stream())
			.toList();
		if (attached.isEmpty()) {
			return readings;
		}
		MimeMultipart all = new MimeMultipart("mixed");
		MimeBodyPart first = new MimeBodyPart();
		first.setContent(readings);
		all.addBodyPart(first);
		for (Attachment file : attached) {
			all.addBodyPart(FileContent.part(file, files));
		}
		return all;
	}

	private static MimeBodyPart text(String text, String subtype) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setText(text, UTF_8, subtype);
		return part;
	}

	static InternetAddress named(String address, String name) throws MessagingException {
		try {
			InternetAddress named = new InternetAddress(address, true);
			named.setPersonal((name != null) ? line(name) : null, UTF_8);
			return named;
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A line end in a name or subject would begin a header of its own. */
	private static String line(String text) {
		return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
	}

}
