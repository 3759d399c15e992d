package org.tierline.intake.mail;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.awaitility.Awaitility;

import org.springframework.util.unit.DataSize;

/** A real mail server of a test, with the mailbox that customers write to. */
final class MailServer implements AutoCloseable {

	static final String SUPPORT = "support@tierline.test";

	private final GreenMail server;

	private final int imapPort;

	private MailServer(int smtp, int imap) {
		this.server = new GreenMail(new ServerSetup[] { new ServerSetup(smtp, "127.0.0.1", "smtp"),
				new ServerSetup(imap, "127.0.0.1", "imap") })
			.withConfiguration(GreenMailConfiguration.aConfig().withUser(SUPPORT, SUPPORT, "secret"));
		this.server.start();
		this.imapPort = this.server.getImap().getPort();
	}

	static MailServer start() {
		return new MailServer(0, 0);
	}

	/**
	 * Another one in the place of one that was stopped: its mailbox is empty, and
	 * numbered anew by the second it was made in.
	 */
	static MailServer inPlaceOf(MailServer stopped) {
		long second = Instant.now().getEpochSecond();
		Awaitility.await().until(() -> Instant.now().getEpochSecond() > second);
		return new MailServer(0, stopped.imapPort());
	}

	int imapPort() {
		return this.imapPort;
	}

	ImapSettings settings() {
		return new ImapSettings("127.0.0.1", imapPort(), SUPPORT, "secret", "INBOX", ImapSettings.Security.NONE,
				Duration.ofSeconds(1), DataSize.ofMegabytes(50));
	}

	/** As another program sends it, to the mailbox of support. */
	void send(String mail) {
		send(mail.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
	}

	void send(byte[] mail) {
		Properties properties = new Properties();
		properties.put("mail.smtp.host", "127.0.0.1");
		properties.put("mail.smtp.port", String.valueOf(this.server.getSmtp().getPort()));
		properties.put("mail.smtp.allow8bitmime", "true");
		properties.put("mail.smtp.from", "envelope@example.test");
		Session session = Session.getInstance(properties);
		try (Transport transport = session.getTransport("smtp")) {
			transport.connect();
			transport.sendMessage(message(session, mail), new Address[] { new InternetAddress(SUPPORT) });
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Into the mailbox at once: for what is too large to send. */
	void deliver(byte[] mail) {
		try {
			user().deliver(message(Session.getInstance(new Properties()), mail));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A person opens all mails in the mailbox. */
	void open() {
		try {
			var folder = this.server.getManagers().getImapHostManager().getInbox(user());
			for (long uid : folder.getMessageUids()) {
				folder.setFlags(new Flags(Flags.Flag.SEEN), true, uid, null, true);
			}
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private GreenMailUser user() {
		return this.server.getManagers().getUserManager().getUserByEmail(SUPPORT);
	}

	private static MimeMessage message(Session session, byte[] mail) throws Exception {
		return new MimeMessage(session, new ByteArrayInputStream(mail));
	}

	@Override
	public void close() {
		this.server.stop();
	}

}
