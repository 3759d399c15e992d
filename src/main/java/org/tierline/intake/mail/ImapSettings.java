package org.tierline.intake.mail;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where mail to us is read: settings {@code tierline.mail.imap}.
 *
 * @param host the IMAP server; empty: no mail is read
 * @param port 0: the usual one
 * @param every how often is looked at least, whatever the server tells
 * @param largest a larger mail is put aside, and its contents stay in the mailbox
 */
@ConfigurationProperties("tierline.mail.imap")
record ImapSettings(@DefaultValue("") String host, @DefaultValue("0") int port, @DefaultValue("") String user,
		@DefaultValue("") String password, @DefaultValue("INBOX") String folder, @DefaultValue("TLS") Security security,
		@DefaultValue("PT1M") Duration every, @DefaultValue("50MB") DataSize largest) {

	/** How the connection is kept from eavesdroppers. */
	enum Security {

		TLS, STARTTLS, NONE

	}

	boolean known() {
		return !this.host.isBlank();
	}

	String protocol() {
		return (this.security == Security.TLS) ? "imaps" : "imap";
	}

	/** Names the mailbox in the database. */
	String name() {
		return this.user + "@" + this.host + ((this.port > 0) ? ":" + this.port : "") + "/" + this.folder;
	}

	/** The password stays out of logs. */
	@Override
	public String toString() {
		return name();
	}

}
