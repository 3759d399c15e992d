package org.tierline.customers;

/**
 * The person at the company who reported a case (R3).
 *
 * @param email its domain as mail servers know it
 * @param phone may be null
 */
public record Contact(String name, String email, String phone) {

	public Contact {
		email = EmailAddress.ascii(email);
	}
}
