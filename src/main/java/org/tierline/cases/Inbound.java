package org.tierline.cases;

/**
 * What came in from a customer, by whatever channel.
 *
 * @param from the sender's e-mail address; null: the case's contact
 * @param body the text
 * @param html of a mail, as it came (it is sanitised when stored), or null
 * @param messageId of a mail, with its angle brackets: a second message with the same one
 * is refused by the database ({@link org.springframework.dao.DuplicateKeyException}); or
 * null
 * @param inReplyTo of a mail, or null
 */
public record Inbound(Channel channel, String from, String body, String html, String messageId, String inReplyTo) {

	/** A text of the case's contact. */
	public static Inbound text(Channel channel, String body) {
		return new Inbound(channel, null, body, null, null, null);
	}

	/** The same, from that address unless it says one itself. */
	public Inbound orFrom(String email) {
		return (this.from != null) ? this
				: new Inbound(this.channel, email, this.body, this.html, this.messageId, this.inReplyTo);
	}

}
