package org.tierline;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The development run as its own process, killed, started again and stopped. */
class DevelopmentRunTests {

	@TempDir
	Path folder;

	private DevelopmentRun run;

	@AfterEach
	void stop() throws Exception {
		if (this.run != null) {
			this.run.stop();
		}
	}

	@Test
	void aKilledRunLosesNothingAndASecondOneOnItsFolderIsRefused() throws Exception {
		this.run = new DevelopmentRun(this.folder).ready();
		assertThat(this.run.call("admin", "POST", "/engine-rest/user/create", """
				{"profile":{"id":"kim","firstName":"Kim","lastName":"Park"},"credentials":{"password":"kim"}}"""))
			.isEqualTo(204);

		DevelopmentRun second = new DevelopmentRun(this.folder);
		assertThat(second.process.waitFor(180, TimeUnit.SECONDS)).isTrue();
		assertThat(second.process.exitValue()).isEqualTo(1);
		assertThat(second.output().lines()).singleElement().asString().startsWith("Another development run uses");

		this.run.process.destroyForcibly().waitFor();
		assertThat(postmaster()).exists();
		this.run = new DevelopmentRun(this.folder).ready();
		assertThat(this.run.call("admin", "GET", "/engine-rest/user/kim/profile", null)).isEqualTo(200);

		this.run.process.destroy();
		assertThat(this.run.process.waitFor(90, TimeUnit.SECONDS)).isTrue();
		assertThat(postmaster()).doesNotExist();
	}

	private Path postmaster() {
		return this.folder.resolve("data/postgres/postmaster.pid");
	}

}
