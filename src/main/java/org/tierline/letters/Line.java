package org.tierline.letters;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/** The connection to the mail server of a round, made when the first letter needs it. */
class Line implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(Line.class);

	private final SmtpServer server;

	private Transport transport;

	Line(SmtpServer server) {
		this.server = server;
	}

	Transport transport() throws MessagingException {
		if (this.transport == null) {
			this.transport = this.server.connect();
		}
		return this.transport;
	}

	@Override
	public void close() {
		try {
			if (this.transport != null) {
				this.transport.close();
			}
		}
		catch (MessagingException ex) {
			logger.debug("The connection to the mail server could not be closed", ex);
		}
	}

}
