package org.tierline.intake.mail;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.tierline.MovableClock;
import org.tierline.TierlineTest;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

/** The product with an address for mail; each test has mail servers of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TierlineTest
@TestPropertySource(properties = { "tierline.mail.every=P1D", "tierline.mail.address=" + MailServer.SUPPORT })
@Import({ MailTest.Time.class, Mailroom.class })
@interface MailTest {

	@TestConfiguration
	class Time {

		@Bean
		@Primary
		MovableClock movableClock() {
			return new MovableClock();
		}

	}

}
