package org.tierline.cases;

import java.time.Instant;

import org.tierline.customers.Contact;

/**
 * What a customer or technician says when a case is opened (R3).
 *
 * @param product may be null
 * @param callBackAt when the customer wishes to be called first, or null
 */
public record Opening(String company, Contact contact, String product, String subject, String details, Impact impact,
		Urgency urgency, Channel channel, Instant callBackAt) {
}
