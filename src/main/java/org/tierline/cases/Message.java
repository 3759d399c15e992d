package org.tierline.cases;

import java.time.Instant;

/**
 * A piece of the conversation.
 *
 * @param number the case that holds it
 * @param who login of the technician, or the customer's e-mail address
 */
public record Message(long id, CaseNumber number, Instant at, Author author, String who, Visibility visibility,
		String body, Delivery delivery) {
}
