package org.tierline.intake.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Calls the product as another program does: over HTTP, with a password on each call. */
final class Api {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private final int port;

	Api(int port) {
		this.port = port;
	}

	Answer get(String login, String path) {
		return call(login, "GET", path, null);
	}

	Answer post(String login, String path, String body, String... headers) {
		return call(login, "POST", path, body, headers);
	}

	Answer put(String login, String path, String body) {
		return call(login, "PUT", path, body);
	}

	Answer delete(String login, String path) {
		return call(login, "DELETE", path, null);
	}

	private Answer call(String login, String method, String path, String body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Content-Type", "application/json")
			.method(method,
					(body != null) ? HttpRequest.BodyPublishers.ofString(body) : HttpRequest.BodyPublishers.noBody());
		if (login != null) {
			byte[] pair = (login + ":" + login).getBytes(StandardCharsets.UTF_8);
			request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		return send(request.build());
	}

	private static Answer send(HttpRequest request) {
		try {
			HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
			return new Answer(response, response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body()));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	record Answer(HttpResponse<String> response, JsonNode json) {

		int status() {
			return this.response.statusCode();
		}

		String text(String pointer) {
			return this.json.at(pointer).asText(null);
		}

		/** The fields that a problem names. */
		List<String> wrongFields() {
			return StreamSupport.stream(this.json.path("errors").spliterator(), false)
				.map((error) -> error.path("field").asText())
				.toList();
		}

	}

}
