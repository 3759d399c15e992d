package org.tierline;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole product on a real PostgreSQL, with the job executor at rest: tests fire jobs
 * and promise anew by hand, and move the time.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "camunda.bpm.job-execution.enabled=false", "tierline.repromise-every=P1D",
				"tierline.workarounds-every=P1D", "tierline.progress-every=P1D", "tierline.deliveries.every=P1D",
				"tierline.trains-every=P1D", "tierline.alerts.every=P1D", "tierline.mail.every=P1D",
				"tierline.alerts.web-hook-allowed-networks=127.0.0.0/8" })
@ContextConfiguration(initializers = EmbeddedDatabase.class)
@Import(Logins.class)
@ExtendWith(EngineOfThisTest.class)
public @interface TierlineTest {

}
