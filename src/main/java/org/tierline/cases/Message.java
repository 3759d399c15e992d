package org.tierline.cases;

import java.time.Instant;
import java.util.List;

/**
 * A piece of the conversation.
 *
 * @param number the case that holds it
 * @param who login of the technician, or the customer's e-mail address
 * @param channel by which it came or goes
 * @param occasion why it goes out, or null
 * @param deliveryWhy what stands in the way of its delivery, or stood there last; or null
 * @param deliveredAt when the mail server took it, or null
 * @param html of an incoming mail, harmless; body has the same as text; or null
 */
public record Message(long id, CaseNumber number, Instant at, Author author, String who, Visibility visibility,
		String body, Delivery delivery, Channel channel, Occasion occasion, String deliveryWhy, Instant deliveredAt,
		String html, List<Attachment> attachments) {

	/** The same, with its files. */
	public Message with(List<Attachment> files) {
		return new Message(this.id, this.number, this.at, this.author, this.who, this.visibility, this.body,
				this.delivery, this.channel, this.occasion, this.deliveryWhy, this.deliveredAt, this.html, files);
	}

}
