package org.tierline.alerts;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Where a web hook leads, is asked of its address and not of its name. */
class OutsideTests {

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127.9.9.9", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255",
			"192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.0.8", "198.19.0.1", "224.0.0.1", "239.1.1.1",
			"240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fec0::1", "fc00::1", "fdff::1", "ff02::1",
			"::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001::1", "2001:db8::1",
			"2130706433", "127.1", "localhost" })
	void whatIsNotOfTheInternetIsClosed(String host) {
		assertThatExceptionOfType(Outside.Internal.class).isThrownBy(() -> outside().resolve(host))
			.withMessageContaining("internal address");
	}

	@ParameterizedTest
	@ValueSource(strings = { "8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.1", "100.128.0.1", "169.253.1.1",
			"192.169.0.1", "223.255.255.255", "2606:4700::1111", "2a00:1450::1", "2001:4860::8888" })
	void theInternetIsOpen(String host) throws UnknownHostException {
		assertThat(outside().resolve(host)).containsExactly(InetAddress.getByName(host));
	}

	@Test
	void whatTheOperatorNamesIsOpenAndItsNeighboursAreNot() throws UnknownHostException {
		Outside some = outside("10.1.0.0/16", "::1", " LocalHost ", "fd12:3456::/31", "");
		assertThat(some.resolve("10.1.255.255")).hasSize(1);
		assertThat(some.resolve("::1")).hasSize(1);
		assertThat(some.resolve("fd12:3457::1")).hasSize(1);
		assertThat(some.resolve("localhost")).isNotEmpty();
		assertThat(some.isClosedTo(URI.create("http://10.2.0.0/"))).isTrue();
		assertThat(some.isClosedTo(URI.create("http://[fd12:3458::1]/"))).isTrue();
		assertThat(some.isClosedTo(URI.create("http://127.0.0.1/"))).isTrue();
	}

	/** A name that is unknown when it is saved may be known when it is called. */
	@Test
	void anUnknownNameIsNotRefusedBeforeItIsCalled() {
		assertThat(outside().isClosedTo(URI.create("http://nowhere.invalid/"))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "10.0.0.0/33", "10.0.0/8", "::1/129", "10.0.0.0/x", "http://host/", "a b", "*" })
	void whatIsNeitherANetworkNorAHostStopsTheStart(String allowed) {
		assertThatIllegalArgumentException().isThrownBy(() -> outside(allowed)).withMessageContaining(allowed);
	}

	private static Outside outside(String... allowed) {
		return new Outside(new AlertTerms(null, null, null, null, List.of(allowed)));
	}

}
