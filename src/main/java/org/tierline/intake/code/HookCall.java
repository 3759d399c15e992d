package org.tierline.intake.code;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.UnaryOperator;

/**
 * A call as it came: nothing in it is believed before its seal was checked.
 *
 * @param headers the value of a header by its name, or null
 */
record HookCall(UnaryOperator<String> headers, byte[] body) {

	/** Empty if it was not sent. */
	String header(String name) {
		String value = this.headers.apply(name);
		return (value != null) ? value : "";
	}

	String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	/**
	 * By what it says, for the number of a delivery is not sealed: whoever sends the same
	 * once more, under whatever number, is heard once.
	 */
	byte[] fingerprint() {
		try {
			return MessageDigest.getInstance("SHA-256").digest(this.body);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
