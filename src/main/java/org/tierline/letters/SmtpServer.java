package org.tierline.letters;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server of the standard settings {@code spring.mail}, if there is one. */
@Component
class SmtpServer {

	private final JavaMailSenderImpl sender;

	SmtpServer(ObjectProvider<JavaMailSenderImpl> sender) {
		this.sender = sender.getIfAvailable();
	}

	boolean known() {
		return this.sender != null;
	}

	Session session() {
		return this.sender.getSession();
	}

	/** A connection for some letters, to be closed. */
	Transport connect() throws MessagingException {
		String protocol = this.sender.getProtocol();
		Transport transport = session().getTransport((protocol != null) ? protocol : "smtp");
		transport.connect(this.sender.getHost(), this.sender.getPort(), blankToNull(this.sender.getUsername()),
				blankToNull(this.sender.getPassword()));
		return transport;
	}

	private static String blankToNull(String text) {
		return (text != null && !text.isBlank()) ? text : null;
	}

}
