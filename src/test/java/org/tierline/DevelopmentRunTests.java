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
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The development run as its own process, killed, started again and stopped. */
class DevelopmentRunTests {

	private static final String CASE = """
			{"company": "Acme Video", "contact": {"name": "Kim Example", "email": "kim@example.test"},
			"subject": "Playback stops", "details": "Since the update.", "impact": "several", "urgency": "hindered"}""";

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
		String number = text(this.run.call("integration", "POST", "/api/cases", CASE), "number");
		submit("tier1", number, "TriageCase", """
				"outcome": {"value": "escalate"}, "escalationNote": {"value": "needs the product team"},
				"handoffMode": {"value": "together"}""");
		String before = everything(number);

		Run second = new Run();
		assertThat(second.process.waitFor(180, TimeUnit.SECONDS)).isTrue();
		assertThat(second.process.exitValue()).isEqualTo(1);
		assertThat(second.output().lines()).singleElement().asString().startsWith("Another development run uses");

		this.run.process.destroyForcibly().waitFor();
		assertThat(postmaster()).exists();
		this.run = new Run().ready();
		assertThat(everything(number)).isEqualTo(before);
		assertThat(this.run.call("integration", "POST", "/api/cases", CASE)).contains(number);
		submit("tier2", number, "InvestigateCase",
				"""
						"outcome": {"value": "solve"}, "message": {"value": "Restart it."}, "resolutionKind": {"value": "other"}""");
		assertThat(text(this.run.call("tier1", "GET", "/api/cases/" + number, null), "status")).isEqualTo("resolved");

		this.run.process.destroy();
		assertThat(this.run.process.waitFor(90, TimeUnit.SECONDS)).isTrue();
		assertThat(postmaster()).doesNotExist();
	}

	/** The case, its timeline and conversation, and whose tasks are open. */
	private String everything(String number) throws Exception {
		String found = this.run.call("tier1", "GET", "/api/cases/" + number, null);
		for (String path : List.of("/api/cases/" + number + "/timeline", "/api/cases/" + number + "/messages",
				"/engine-rest/task?processInstanceBusinessKey=" + number)) {
			found += this.run.call("tier1", "GET", path, null) + this.run.call("tier2", "GET", path, null);
		}
		// Letters go on being sent.
		return found.replaceAll("\"delivery\":\"[a-z]+\"", "");
	}

	private void submit(String login, String number, String task, String fields) throws Exception {
		String id = text(
				this.run.call(login, "GET",
						"/engine-rest/task?processInstanceBusinessKey=" + number + "&taskDefinitionKey=" + task, null),
				"id");
		assertThat(this.run.call(login, "POST", "/engine-rest/task/" + id + "/submit-form",
				"{\"variables\": {" + fields + "}}"))
			.isEmpty();
	}

	private static String text(String json, String field) {
		Matcher matcher = Pattern.compile("\"" + field + "\":\"([^\"]+)\"").matcher(json);
		assertThat(matcher.find()).as(json).isTrue();
		return matcher.group(1);
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

		/** What it answers; the same key each time, so that a case is opened once. */
		String call(String login, String method, String path, String body) throws Exception {
			String password = Base64.getEncoder().encodeToString((login + ":" + login).getBytes());
			HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
				.method(method,
						(body != null) ? HttpRequest.BodyPublishers.ofString(body)
								: HttpRequest.BodyPublishers.noBody())
				.header("Content-Type", "application/json")
				.header("Idempotency-Key", "the one")
				.header("Authorization", "Basic " + password)
				.build();
			return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
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
