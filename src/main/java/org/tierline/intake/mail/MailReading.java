package org.tierline.intake.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

import jakarta.mail.Flags;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.eclipse.angus.mail.imap.IMAPMessage;

/**
 * Takes over what lies in a mailbox: first stored and committed, then marked on the
 * server. It goes by the numbers of the mails, not by "seen": one that a person has
 * opened before us is taken all the same.
 */
class MailReading {

	private static final Log logger = LogFactory.getLog(MailReading.class);

	private final Mailbox mailbox;

	private final ImapSettings settings;

	private final Intake intake;

	private final long uidValidity;

	private MailFolders.Position position;

	MailReading(Mailbox mailbox, ImapSettings settings, Intake intake) throws MessagingException {
		this.mailbox = mailbox;
		this.settings = settings;
		this.intake = intake;
		this.uidValidity = mailbox.uidValidity();
		this.position = intake.position(settings.name(), this.uidValidity);
	}

	/** Until nothing new is there. */
	void takeAll() throws MessagingException {
		for (var found = this.mailbox.after(this.position.lastUid()); !found.isEmpty(); found = this.mailbox
			.after(this.position.lastUid())) {
			for (IMAPMessage message : found) {
				take(message);
				this.position = new MailFolders.Position(this.mailbox.uid(message), this.position.since());
			}
		}
	}

	private void take(IMAPMessage message) throws MessagingException {
		try {
			if (!isOld(message)) {
				this.intake.store(this.settings.name(), this.uidValidity, this.mailbox.uid(message), arrived(message));
				this.mailbox.markSeen(message);
			}
		}
		catch (MessageRemovedException ex) {
			logger.info("A mail was removed from the mailbox before it was read");
		}
	}

	/** What a person had dealt with before we first looked. */
	private boolean isOld(IMAPMessage message) throws MessagingException {
		return message.isSet(Flags.Flag.DELETED) || (message.isSet(Flags.Flag.SEEN) && message.getReceivedDate() != null
				&& message.getReceivedDate().toInstant().isBefore(this.position.since()));
	}

	private Arrived arrived(IMAPMessage message) throws MessagingException {
		long size = message.getSize();
		long limit = this.settings.largest().toBytes();
		if (size > limit) {
			return headersOnly(message, size, "it has " + size / 1024 / 1024 + " MB, more than may be taken");
		}
		try (Bounded raw = new Bounded(limit)) {
			message.writeTo(raw);
			return Arrived.of(raw.toByteArray(), raw.size(), null);
		}
		catch (MessageRemovedException ex) {
			throw ex;
		}
		catch (IOException | MessagingException | IllegalStateException ex) {
			return unreadable(message, size, ex);
		}
	}

	/** A mail that cuts the connection again and again must not hold up the others. */
	private Arrived unreadable(IMAPMessage message, long size, Exception why) throws MessagingException {
		if (this.mailbox.isOpen()) {
			return headersOnly(message, size, "it cannot be read: " + why.getMessage());
		}
		long uid = this.mailbox.uid(message);
		if (this.intake.cutAgain(this.uidValidity + ":" + uid)) {
			return Arrived.of(new byte[0], size, "reading it cuts the connection to the mailbox: mail " + uid);
		}
		throw new MessagingException("The connection was cut while a mail was read", why);
	}

	private static Arrived headersOnly(IMAPMessage message, long size, String why) throws MessagingException {
		String headers = String.join("\r\n", Collections.list(message.getAllHeaderLines())) + "\r\n\r\n";
		byte[] raw = headers.getBytes(StandardCharsets.ISO_8859_1);
		return Arrived.of(raw, Math.max(size, raw.length + 1), why);
	}

	/** A server may say a size and send another one. */
	private static final class Bounded extends ByteArrayOutputStream {

		private final long limit;

		Bounded(long limit) {
			this.limit = limit;
		}

		@Override
		public synchronized void write(byte[] bytes, int offset, int length) {
			refuseBeyond(length);
			super.write(bytes, offset, length);
		}

		@Override
		public synchronized void write(int one) {
			refuseBeyond(1);
			super.write(one);
		}

		private void refuseBeyond(int length) {
			if (this.count + (long) length > this.limit) {
				throw new IllegalStateException("it is larger than the server said");
			}
		}

	}

}
