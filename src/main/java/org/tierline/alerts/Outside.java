package org.tierline.alerts;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/**
 * Where web hooks may lead: to the internet, and to what the operator names
 * ({@code tierline.alerts.web-hook-allowed-networks}). Whoever sets a web hook makes this
 * server call it; without this it would call our own network.
 */
@Component
class Outside {

	/** What the internet does not lead to, and what leads back (RFC 6890). */
	private static final List<Network> INTERNAL = Stream
		.of("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
				"192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3", "2001::/32", "2001:db8::/32",
				"2002::/16")
		.map(Network::of)
		.toList();

	/**
	 * All that is global in IPv6; what is not is loopback, link-local, unique-local,
	 * multicast or mapped.
	 */
	private static final Network GLOBAL_6 = Network.of("2000::/3");

	private final List<Network> networks;

	private final List<String> hosts;

	/**
	 * What is no network is the name of a host.
	 * @throws IllegalArgumentException if it is neither
	 */
	Outside(AlertTerms terms) {
		List<String> allowed = terms.webHookAllowedNetworks()
			.stream()
			.map(String::strip)
			.filter((one) -> !one.isEmpty())
			.toList();
		this.networks = allowed.stream().flatMap((one) -> Network.parse(one).stream()).toList();
		this.hosts = allowed.stream().filter((one) -> Network.parse(one).isEmpty()).map(Outside::host).toList();
	}

	private static String host(String text) {
		if (!text.matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*") || text.matches("[0-9.]+")) {
			throw new IllegalArgumentException("tierline.alerts.web-hook-allowed-networks: '" + text
					+ "' is neither a network such as 10.1.0.0/16 nor the name of a host");
		}
		return text.toLowerCase(Locale.ROOT);
	}

	/**
	 * The addresses of a host, all of them allowed.
	 * @throws Internal if one of them is not
	 * @throws UnknownHostException if it has none
	 */
	InetAddress[] resolve(String host) throws UnknownHostException {
		InetAddress[] found = InetAddress.getAllByName(host);
		if (!this.hosts.contains(host.toLowerCase(Locale.ROOT))) {
			for (InetAddress address : found) {
				refuse(host, address);
			}
		}
		return found;
	}

	/**
	 * Whether it is known to lead inside; a name that is unknown now is asked for at each
	 * delivery.
	 */
	boolean isClosedTo(URI uri) {
		try {
			resolve(uri.getHost());
			return false;
		}
		catch (Internal ex) {
			return true;
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

	private void refuse(String host, InetAddress address) throws Internal {
		boolean isAllowed = this.networks.stream().anyMatch((network) -> network.contains(address));
		if (!isAllowed && isInternal(address)) {
			throw new Internal(host);
		}
	}

	private static boolean isInternal(InetAddress address) {
		boolean isOld = address.getAddress().length == 4;
		return INTERNAL.stream().anyMatch((network) -> network.contains(address))
				|| !isOld && !GLOBAL_6.contains(address);
	}

	/** The host leads to an address that is not of the internet. */
	static class Internal extends UnknownHostException {

		Internal(String host) {
			super(host + " is an internal address, which tierline.alerts.web-hook-allowed-networks does not name");
		}

	}

}
