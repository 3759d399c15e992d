package org.tierline.alerts;

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
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.TestPropertySource;

/**
 * Alerts on the real database and a real mail server: time is moved, and the work is done
 * when a test says so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TierlineTest
@TestPropertySource(
		properties = { "spring.mail.host=127.0.0.1", "tierline.mail.address=Support <support@tierline.test>" })
@Import({ AlertStory.SetUp.class, AlertScene.class })
@interface AlertStory {

	@TestConfiguration
	class SetUp {

		@Bean
		@Primary
		MovableClock movableClock() {
			return new MovableClock();
		}

		@Bean
		MailServer mailServer() {
			return new MailServer();
		}

		@Bean
		DynamicPropertyRegistrar mailPort(MailServer server) {
			return (properties) -> properties.add("spring.mail.port", server::port);
		}

	}

}
