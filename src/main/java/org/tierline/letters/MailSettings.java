package org.tierline.letters;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How we write: settings {@code tierline.mail}.
 *
 * @param address where customers write to; their reply address is this one with a token
 * @param name who the letters are from
 * @param every how often the queue is looked at
 */
@ConfigurationProperties("tierline.mail")
record MailSettings(String address, String name, Duration every) {

	/** An address may be written with a name before it: the name stands apart. */
	MailSettings {
		address = (address != null) ? address.replaceFirst("^[^<]*<([^>]*)>$", "$1") : null;
		if (address == null || !address.matches("[^@\\s<>\"+]+@[^@\\s<>\"]+")) {
			throw new IllegalArgumentException("tierline.mail.address is no address such as support@example.com");
		}
	}

	/** What stands behind the @. */
	String domain() {
		return this.address.substring(this.address.indexOf('@') + 1);
	}

	/** The address whose mails are known to be about the case of that token. */
	String replyAddress(String token) {
		return this.address.replace("@", "+" + token + "@");
	}

	/**
	 * Whether a mail to that address would come to ourselves: the loop that never ends.
	 */
	boolean isOurs(String email) {
		return email.replaceFirst("\\+[^@]*@", "@").equalsIgnoreCase(this.address);
	}

}
