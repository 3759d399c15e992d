package org.tierline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The development run as its own process, killed, started again and stopped. */
class DevelopmentRunTests {

	@TempDir
	Path folder;

	private Run run;

	@AfterEach
	void stop() throws Exception {
		if (this.run != null) {
			this.run.process.destroy();
			this.run.process.waitFor(90, TimeUnit.SECONDS);
		}
	}

	@Test
	void aKilledRunLosesNothingAndASecondOneOnItsFolderIsRefused() throws Exception {
		this.run = new Run().ready();
		assertThat(this.run.call("POST", "/engine-rest/user/create", """
				{"profile":{"id":"kim","firstName":"Kim","lastName":"Park"},"credentials":{"password":"kim"}}"""))
			.isEqualTo(204);

		Run second = new Run();
		assertThat(second.process.waitFor(180, TimeUnit.SECONDS)).isTrue();
		assertThat(second.process.exitValue()).isEqualTo(1);
		assertThat(second.output().lines()).singleElement().asString().startsWith("Another development run uses");

		this.run.process.destroyForcibly().waitFor();
		assertThat(postmaster()).exists();
		this.run = new Run().ready();
		assertThat(this.run.call("GET", "/engine-rest/user/kim/profile", null)).isEqualTo(200);

		this.run.process.destroy();
		assertThat(this.run.process.waitFor(90, TimeUnit.SECONDS)).isTrue();
		assertThat(postmaster()).doesNotExist();
	}

	private Path postmaster() {
		return this.folder.resolve("data/postgres/postmaster.pid");
	}

	private final class Run {

		private final int port = freePort();

		private final Path log;

		private final Process process;

		Run() throws IOException {
			this.log = Files.createTempFile(DevelopmentRunTests.this.folder, "run", ".log");
			ProcessBuilder builder = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-cp",
					System.getProperty("java.class.path"), "org.tierline.TierlineDevelopment")
				.redirectErrorStream(true)
				.redirectOutput(this.log.toFile());
			builder.environment().put("TIERLINE_DATA", DevelopmentRunTests.this.folder.resolve("data").toString());
			builder.environment().put("SERVER_PORT", String.valueOf(this.port));
			builder.environment().put("TIERLINE_SMTP_PORT", String.valueOf(freePort()));
			builder.environment().put("TIERLINE_IMAP_PORT", String.valueOf(freePort()));
			this.process = builder.start();
		}

		Run ready() {
			await().atMost(Duration.ofMinutes(5))
				.until(() -> output().contains("Tierline is ready") || !this.process.isAlive());
			assertThat(output()).contains("Tierline is ready: http://localhost:" + this.port, "\ncurl ");
			return this;
		}

		String output() {
			try {
				return Files.readString(this.log);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		int call(String method, String path, String body) throws Exception {
			HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
				.method(method,
						(body != null) ? HttpRequest.BodyPublishers.ofString(body)
								: HttpRequest.BodyPublishers.noBody())
				.header("Content-Type", "application/json")
				.header("Authorization", "Basic " + Base64.getEncoder().encodeToString("admin:admin".getBytes()))
				.build();
			return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
		}

	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
