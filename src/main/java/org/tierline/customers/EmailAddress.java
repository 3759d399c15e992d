package org.tierline.customers;

import java.net.IDN;

/** How e-mail addresses are written, so that one address is one text. */
public final class EmailAddress {

	private EmailAddress() {
	}

	/**
	 * The address with its domain as mail servers know it: {@code kim@münchen.example} is
	 * {@code kim@xn--mnchen-3ya.example}. What is no such domain stays as it is.
	 */
	public static String ascii(String email) {
		int at = (email != null) ? email.lastIndexOf('@') : -1;
		if (at < 0 || email.chars().allMatch((c) -> c < 128)) {
			return email;
		}
		try {
			return email.substring(0, at + 1) + IDN.toASCII(email.substring(at + 1).strip());
		}
		catch (IllegalArgumentException ex) {
			return email;
		}
	}

}
