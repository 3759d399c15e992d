package org.tierline.intake.mail;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.mail.internet.InternetHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SenderCheckTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					mx.tierline.test; dmarc=fail header.from=acme.test                                            | dmarc=fail
					mx.tierline.test; spf=pass smtp.mailfrom=acme.test; dkim=pass header.d=acme.test; dmarc=fail   | dmarc=fail
					mx.tierline.test; spf=fail smtp.mailfrom=acme.test; dkim=none                                 | spf=fail
					mx.tierline.test; spf=softfail; dkim=fail (bad; signature) header.d=acme.test                 | spf=softfail, dkim=fail
					mx.tierline.test; spf=fail; dkim=pass header.d=evil.test                                      | spf=fail
					mx.tierline.test; spf=pass smtp.mailfrom=eve@evil.test; dkim=fail header.i=@acme.test         | dkim=fail
					"MX.tierline.test" 1; (a (nested;) comment) DMARC/1 = Fail reason="x; dmarc=pass"             | dmarc=fail
					mx.tierline.test; dmarc=none; spf=fail                                                        | spf=fail
					""")
	void aSenderWhoIsNotVouchedForIsDoubted(String header, String why) {
		assertThat(doubt("Authentication-Results: " + header)).hasValue(why);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mx.tierline.test; dmarc=pass; spf=fail; dkim=fail", "mx.tierline.test; none",
			"mx.tierline.test; spf=fail; dkim=pass header.d=acme.test",
			"mx.tierline.test; spf=pass smtp.mailfrom=bounces.acme.test; dkim=fail",
			"mx.tierline.test; spf=fail; dkim=pass header.i=@mail.acme.test",
			"mx.tierline.test; dmarc=none; spf=pass smtp.mailfrom=sender.test; dkim=none",
			"mx.tierline.test; spf=neutral; dkim=temperror; dmarc=temperror", "mx.tierline.test; x-dmarc=fail",
			"mx.tierline.test; spf=pass (dmarc=fail; dmarc=fail)", "mx.tierline.test", "", ";;=;(((\"" })
	void whoeverIsVouchedForOrUnknownIsBelieved(String header) {
		assertThat(doubt("Authentication-Results: " + header)).isEmpty();
	}

	@Test
	void onlyTheNamedServerIsBelieved() {
		assertThat(doubt("Authentication-Results: mx.evil.test; dmarc=fail")).isEmpty();
		assertThat(doubt("Authentication-Results: mx.evil.test; dmarc=pass\r\n"
				+ "Authentication-Results: mx.tierline.test;\r\n\tspf=fail"))
			.hasValue("spf=fail");
		assertThat(SenderCheck.of(headers("Authentication-Results: mx.tierline.test; dmarc=fail"), " ")
			.doubt("kim@acme.test")).isEmpty();
		assertThat(doubt("Subject: none")).isEmpty();
	}

	@Test
	void aHeaderThatWasSlippedInOutweighsNoFailure() {
		assertThat(doubt("Authentication-Results: mx.tierline.test; dmarc=fail\r\n"
				+ "Authentication-Results: mx.tierline.test; dmarc=pass"))
			.hasValue("dmarc=fail");
	}

	private static Optional<String> doubt(String headers) {
		return SenderCheck.of(headers(headers), "mx.tierline.test").doubt("Kim@Acme.test");
	}

	private static InternetHeaders headers(String lines) {
		try {
			return new InternetHeaders(new ByteArrayInputStream((lines + "\r\n\r\n").getBytes(StandardCharsets.UTF_8)));
		}
		catch (jakarta.mail.MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
