package org.tierline;

import java.time.Clock;
import java.util.TimeZone;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/**
 * Tierline: support cases travel the tiers, carried by BPMN models. No case is lost,
 * forgotten or late without somebody knowing.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class TierlineApplication {

	public static void main(String[] args) {
		runInUtc();
		SpringApplication application = new SpringApplication(TierlineApplication.class);
		application.setBannerMode(Banner.Mode.OFF);
		application.addInitializers(new AwaitDatabase());
		application.run(args);
	}

	/** The engine's timestamp columns have no zone: the whole JVM keeps UTC. */
	public static void runInUtc() {
		TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
	}

	/** Instants are whole milliseconds everywhere: what is stored is what is compared. */
	@Bean
	Clock clock() {
		return Clock.tickMillis(java.time.ZoneOffset.UTC);
	}

}
