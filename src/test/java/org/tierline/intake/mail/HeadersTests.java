package org.tierline.intake.mail;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HeadersTests {

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "ISO-8859-1" })
	void whatIsNotAsciiIsReadByWhatFits(String charset) throws Exception {
		InternetHeaders headers = headers("Subject: Grüße\r\nFrom: Jörg <joerg@münchen.example>\r\n\r\n", charset);
		assertThat(Headers.subject(headers)).isEqualTo("Grüße");
		assertThat(Headers.sender(headers)).isEqualTo("joerg@xn--mnchen-3ya.example");
		assertThat(Headers.addresses(headers, "From")).extracting(InternetAddress::getPersonal).containsExactly("Jörg");
	}

	private static InternetHeaders headers(String lines, String charset) throws Exception {
		return new InternetHeaders(new ByteArrayInputStream(lines.getBytes(Charset.forName(charset))), false);
	}

}
