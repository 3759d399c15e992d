package org.tierline.customers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressTests {

	@ParameterizedTest
	@CsvSource({ "kim@münchen.example, kim@xn--mnchen-3ya.example", "Kim@MÜNCHEN.Example, Kim@xn--mnchen-3ya.Example",
			"kim@例え.test, kim@xn--r8jz45g.test", "Kim@Acme.TEST, Kim@Acme.TEST", "kim@ä..test, kim@ä..test",
			"nobody, nobody" })
	void aDomainIsWrittenAsMailServersKnowIt(String email, String ascii) {
		assertThat(EmailAddress.ascii(email)).isEqualTo(ascii);
		assertThat(new Contact("Kim", email, null).email()).isEqualTo(ascii);
	}

	@Test
	void noAddressStaysNone() {
		assertThat(EmailAddress.ascii(null)).isNull();
	}

}
