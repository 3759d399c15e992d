package org.tierline;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class StartRefusedTests {

	@Test
	void withoutADatabaseItStopsAtOnceInOneLine(CapturedOutput output) {
		start("--spring.datasource.url=");
		assertThat(output.getAll().lines()).singleElement().asString().contains("SPRING_DATASOURCE_URL");
	}

	@Test
	void aDatabaseThatIsDownIsAwaitedAndThenGivenUpInOneLine(CapturedOutput output) {
		start("--spring.datasource.url=jdbc:postgresql://localhost:1/tierline?password=secret",
				"--tierline.database-wait=PT2S");
		assertThat(output.getAll().lines()).hasSize(2)
			.first()
			.asString()
			.contains("Waiting for the database jdbc:postgresql://localhost:1/tierline");
		assertThat(output.getAll()).contains("did not answer within 2 s").doesNotContain("secret", "\tat ");
	}

	@Test
	void aDatabaseThatDoesNotExistIsNotAwaited(CapturedOutput output) {
		String url = EmbeddedDatabase.freshDatabase().replaceFirst("/tierline\\d+", "/nothing");
		int before = output.getAll().length();
		start("--spring.datasource.url=" + url, "--spring.datasource.username=postgres");
		assertThat(output.getAll().substring(before)).contains("\"nothing\" does not exist").doesNotContain("Waiting");
	}

	private static void start(String... settings) {
		assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> TierlineApplication.main(settings))
			.extracting(StartRefused::getExitCode)
			.isEqualTo(1);
	}

}
