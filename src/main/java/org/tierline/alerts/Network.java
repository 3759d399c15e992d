package org.tierline.alerts;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses: 10.0.0.0/8, or one address.
 *
 * @param bits of the prefix, 0 to all
 */
record Network(byte[] prefix, int bits) {

	/** Digits only, so that no name is ever asked for. */
	private static final Pattern LITERAL = Pattern
		.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

	/** Empty if that is no range of addresses. */
	static Optional<Network> parse(String text) {
		String[] parts = text.split("/", -1);
		if (parts.length > 2 || !LITERAL.matcher(parts[0]).matches()) {
			return Optional.empty();
		}
		try {
			byte[] prefix = InetAddress.getByName(parts[0]).getAddress();
			int bits = (parts.length == 2) ? Integer.parseInt(parts[1]) : prefix.length * 8;
			return Optional.of(new Network(prefix, bits)).filter((network) -> bits >= 0 && bits <= prefix.length * 8);
		}
		catch (UnknownHostException | NumberFormatException ex) {
			return Optional.empty();
		}
	}

	static Network of(String text) {
		return parse(text).orElseThrow(() -> new IllegalArgumentException("no network: " + text));
	}

	boolean contains(InetAddress address) {
		byte[] other = address.getAddress();
		int whole = this.bits / 8;
		int rest = this.bits % 8;
		return other.length == this.prefix.length && Arrays.equals(this.prefix, 0, whole, other, 0, whole)
				&& (rest == 0 || ((this.prefix[whole] ^ other[whole]) & 0xff) >> (8 - rest) == 0);
	}

}
