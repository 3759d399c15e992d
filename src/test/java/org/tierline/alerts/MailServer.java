package org.tierline.alerts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** A real SMTP server that can be down and up again on the same port. */
class MailServer {

	private final int port = freePort();

	private GreenMail running;

	int port() {
		return this.port;
	}

	void up() {
		down();
		this.running = new GreenMail(new ServerSetup(this.port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		this.running.start();
	}

	void down() {
		if (this.running != null) {
			this.running.stop();
			this.running = null;
		}
	}

	/** What was received, in order. */
	List<MimeMessage> mails() {
		return List.of(this.running.getReceivedMessages());
	}

	/** "recipient: subject" of what was received, in order. */
	List<String> lines() {
		return mails().stream().map(MailServer::line).toList();
	}

	List<String> ids() {
		return mails().stream().map((mail) -> header(mail, "Message-ID")).toList();
	}

	static String header(MimeMessage mail, String name) {
		try {
			return mail.getHeader(name, null);
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String line(MimeMessage mail) {
		try {
			return Arrays.toString(mail.getRecipients(Message.RecipientType.TO))
				.replaceAll("[\\[\\]]|@tierline.test", "") + ": " + mail.getSubject();
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
