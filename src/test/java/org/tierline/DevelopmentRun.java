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

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The development run as a process of its own, on free ports. */
final class DevelopmentRun {

	final Process process;

	private final HttpClient client = HttpClient.newHttpClient();

	private final int port = freePort();

	private final Path folder;

	private final Path log;

	/**
	 * @param folder whose {@code data} is kept between runs
	 */
	DevelopmentRun(Path folder, String... settings) throws IOException {
		this.folder = folder;
		this.log = Files.createTempFile(folder, "run", ".log");
		ProcessBuilder builder = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-cp",
				System.getProperty("java.class.path"), "org.tierline.TierlineDevelopment")
			.redirectErrorStream(true)
			.redirectOutput(this.log.toFile());
		builder.command().addAll(List.of(settings));
		builder.environment().put("TIERLINE_DATA", folder.resolve("data").toString());
		builder.environment().put("SERVER_PORT", String.valueOf(this.port));
		builder.environment().put("TIERLINE_SMTP_PORT", String.valueOf(freePort()));
		builder.environment().put("TIERLINE_IMAP_PORT", String.valueOf(freePort()));
		this.process = builder.start();
	}

	DevelopmentRun ready() {
		await().atMost(Duration.ofMinutes(5))
			.until(() -> output().contains("Tierline is ready") || !this.process.isAlive());
		assertThat(output()).contains("Tierline is ready: http://localhost:" + this.port, "\ncurl ");
		return this;
	}

	void stop() throws InterruptedException {
		this.process.destroy();
		this.process.waitFor(90, TimeUnit.SECONDS);
	}

	String output() {
		return read(this.log);
	}

	/** Where its database listens, which outlives a kill. */
	String database() {
		String[] lines = read(this.folder.resolve("data/postgres/postmaster.pid")).split("\n");
		return "jdbc:postgresql://localhost:" + lines[3].strip() + "/tierline";
	}

	int call(String login, String method, String path, String body) throws Exception {
		return send(login, method, path, body).statusCode();
	}

	/**
	 * What it answers; a write has the same idempotency key each time, so that a case is
	 * opened once.
	 */
	String answer(String login, String method, String path, String body) throws Exception {
		return send(login, method, path, body, "Idempotency-Key", "the one").body();
	}

	/** What it answers to a call that must go well. */
	String body(String login, String method, String path, String body) throws Exception {
		HttpResponse<String> answer = send(login, method, path, body);
		assertThat(answer.statusCode()).as(method + " " + path + ": " + answer.body()).isBetween(200, 299);
		return answer.body();
	}

	private HttpResponse<String> send(String login, String method, String path, String body, String... headers)
			throws Exception {
		String password = Base64.getEncoder().encodeToString((login + ":" + login).getBytes());
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.method(method,
					(body != null) ? HttpRequest.BodyPublishers.ofString(body) : HttpRequest.BodyPublishers.noBody())
			.header("Content-Type", "application/json")
			.header("Authorization", "Basic " + password);
		if (headers.length > 0) {
			request.headers(headers);
		}
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
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
