package org.tierline.letters;

import java.time.Duration;
import java.util.Optional;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The address that customers write to, and how we write: settings {@code tierline.mail}.
 *
 * @param address where customers write to; their reply address is this one with a token
 * @param name who the letters are from
 * @param every how often the queue is looked at
 * @param lease how long the letter waits that a killed node was about to send; renewed
 * while it is sent
 */
@ConfigurationProperties("tierline.mail")
public record MailSettings(String address, String name, Duration every, @DefaultValue("PT1M") Duration lease) {

	/** An address may be written with a name before it: the name stands apart. */
	public MailSettings {
		address = (address != null) ? address.replaceFirst("^[^<]*<([^>]*)>$", "$1") : null;
		if (address == null || !address.matches("[^@\\s<>\"+]+@[^@\\s<>\"]+")) {
			throw new IllegalArgumentException("tierline.mail.address is no address such as support@example.com");
		}
	}

	/** What stands behind the @. */
	public String domain() {
		return this.address.substring(this.address.indexOf('@') + 1);
	}

	/** The address whose mails are known to be about the case of that token. */
	public String replyAddress(String token) {
		return this.address.replace("@", "+" + token + "@");
	}

	/**
	 * Whether a mail to that address would come to ourselves: the loop that never ends.
	 */
	public boolean isOurs(String email) {
		return email.replaceFirst("\\+[^@]*@", "@").equalsIgnoreCase(this.address);
	}

	/** The token in a reply address of ours. */
	public Optional<String> tokenIn(String email) {
		int plus = email.indexOf('+');
		return (plus > 0 && isOurs(email)) ? Optional.of(email.substring(plus + 1, email.lastIndexOf('@')))
				: Optional.empty();
	}

}
