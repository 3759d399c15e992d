package org.tierline.intake.web;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.TierlineTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Files of the conversation, up and down, as other programs send and read them. */
@TierlineTest
class AttachmentsApiTests {

	private static final int MEGABYTE = 1024 * 1024;

	private static final String ANSWER = "{\"body\": \"See the file.\", \"visibility\": \"public\", \"author\": \"staff\"}";

	private static final String NEWS = "{\"body\": \"Here is the log.\", \"visibility\": \"public\", \"author\": \"customer\"}";

	private static final String OPENING = """
			{"company": "Acme Video", "contact": {"name": "Kim Example", "email": "kim@example.test"}, "subject": "s",
			"details": "d", "impact": "several", "urgency": "stopped"}""";

	@LocalServerPort
	int port;

	@Autowired
	JdbcClient jdbc;

	private Api api;

	private String number;

	@BeforeEach
	void aCase() {
		this.api = new Api(this.port);
		this.number = this.api
			.post("integration", "/api/cases",
					"""
							{"company": "Company %s", "contact": {"name": "Kim Example", "email": "kim@example.test"}, "subject": "s",
							"details": "d", "impact": "several", "urgency": "stopped"}"""
						.formatted(UUID.randomUUID()))
			.text("/number");
	}

	@Test
	void aMessageComesWithItsFilesAndTheyAreReadBack() throws Exception {
		byte[] content = new byte[3 * MEGABYTE + 17];
		new Random(7).nextBytes(content);
		HttpResponse<byte[]> written = upload("integration", "/messages", NEWS, Map.of("../trace\r\n.bin", content));
		assertThat(written.statusCode()).as(text(written)).isEqualTo(201);
		JsonNode messages = this.api.get("tier1", "/api/cases/" + this.number + "/messages").json();
		JsonNode file = messages.get(messages.size() - 1).at("/attachments/0");
		assertThat(file.at("/name").asText()).isEqualTo("trace%0D%0A.bin");
		assertThat(file.at("/size").asInt()).isEqualTo(content.length);
		HttpResponse<byte[]> read = download(file.at("/id").asText());
		assertThat(read.body()).isEqualTo(content);
		assertThat(read.headers().firstValue("Content-Disposition"))
			.hasValueSatisfying((v) -> assertThat(v).startsWith("attachment;"));
	}

	private JsonNode lastAttachment() {
		JsonNode all = this.api.get("tier1", "/api/cases/" + this.number + "/attachments").json();
		return all.get(all.size() - 1);
	}

	@Test
	void htmlIsNeverShownInPlaceWhateverItsNameSays() throws Exception {
		byte[] page = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
		upload("tier1", "/messages", ANSWER, Map.of("picture.png", page));
		JsonNode file = lastAttachment();
		assertThat(file.at("/type").asText()).isEqualTo("text/html");
		HttpResponse<byte[]> read = download(file.at("/id").asText());
		assertThat(read.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
		assertThat(read.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
		assertThat(read.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment;");
		assertThat(read.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("sandbox");
	}

	@Test
	void aFileBeyondTheLimitIsRefusedByNameAndNothingIsKept() throws Exception {
		int before = messages();
		HttpResponse<byte[]> large = upload("integration", "/messages", NEWS, Map.of("a", new byte[26 * MEGABYTE]));
		assertThat(large.statusCode()).isEqualTo(413);
		assertThat(text(large)).contains("25 MB");
		byte[] twenty = new byte[20 * MEGABYTE];
		HttpResponse<byte[]> many = upload("integration", "/messages", NEWS,
				Map.of("a", twenty, "b", twenty, "c", twenty));
		assertThat(many.statusCode()).isEqualTo(413);
		assertThat(text(many)).contains("50 MB");
		assertThat(messages()).isEqualTo(before);
		assertThat(this.api.get("tier1", "/api/cases/" + this.number + "/attachments").json()).isEmpty();
	}

	@Test
	void filesAreAddedToANoteLaterAndToTheLimitOfTheMessage() throws Exception {
		String id = this.api.post("tier1", "/api/cases/" + this.number + "/messages", """
				{"body": "to look at", "visibility": "internal", "author": "staff"}""").text("/id");
		String path = "/messages/" + id + "/attachments";
		byte[] twenty = new byte[20 * MEGABYTE];
		assertThat(upload("tier1", path, null, Map.of("a", twenty, "b", twenty)).statusCode()).isEqualTo(201);
		HttpResponse<byte[]> more = upload("tier1", path, null, Map.of("c", twenty));
		assertThat(more.statusCode()).isEqualTo(413);
		assertThat(text(more)).contains("50 MB");
		assertThat(this.api.get("tier1", "/api/cases/" + this.number + path).json()).hasSize(2);
		assertThat(upload("integration", path, null, Map.of("d", new byte[1])).statusCode()).isEqualTo(403);
		assertThat(upload("tier1", path, null, Map.of()).statusCode()).isEqualTo(400);
	}

	@Test
	void onlyWhoMayReadTheCaseReadsItsFilesAndOnlyUnderItsNumber() throws Exception {
		upload("tier1", "/messages", ANSWER, Map.of("a.txt", "hello".getBytes(StandardCharsets.UTF_8)));
		String id = lastAttachment().at("/id").asText();
		assertThat(this.api.get(null, "/api/cases/" + this.number + "/attachments/" + id).status()).isEqualTo(401);
		String own = this.number;
		aCase();
		assertThat(this.api.get("tier1", "/api/cases/" + this.number + "/attachments/" + id).status()).isEqualTo(404);
		assertThat(this.api.get("tier1", "/api/cases/" + own + "/attachments/x").status()).isEqualTo(404);
		assertThat(this.api.get("tier1", "/api/cases/" + own + "/messages/1x/attachments").status()).isEqualTo(404);
	}

	@Test
	void aCaseIsOpenedWithItsFiles() throws Exception {
		byte[] log = new byte[2 * MEGABYTE];
		new Random(7).nextBytes(log);
		HttpResponse<byte[]> opened = opens(OPENING, Map.of("player.log", log), null);
		assertThat(opened.statusCode()).as(text(opened)).isEqualTo(201);
		this.number = opened.headers().firstValue("Location").orElseThrow().replace("/api/cases/", "");
		JsonNode file = lastAttachment();
		assertThat(file.at("/name").asText()).isEqualTo("player.log");
		assertThat(file.at("/message").isNull()).as("it belongs to the opening").isTrue();
		assertThat(file.at("/who").asText()).isEqualTo("kim@example.test");
		assertThat(download(file.at("/id").asText()).body()).isEqualTo(log);
	}

	@Test
	void anOpeningWithFilesBeyondTheLimitOpensNothing() throws Exception {
		long before = cases();
		HttpResponse<byte[]> large = opens(OPENING, Map.of("a", new byte[26 * MEGABYTE]), null);
		assertThat(large.statusCode()).isEqualTo(413);
		assertThat(text(large)).contains("25 MB");
		byte[] twenty = new byte[20 * MEGABYTE];
		HttpResponse<byte[]> many = opens(OPENING, Map.of("a", twenty, "b", twenty, "c", twenty), null);
		assertThat(many.statusCode()).isEqualTo(413);
		assertThat(cases()).isEqualTo(before);
	}

	@Test
	void aWrongOpeningWithFilesNamesItsFields() throws Exception {
		long before = cases();
		HttpResponse<byte[]> wrong = opens(OPENING.replace("kim@example.test", "nobody").replace("several", "many"),
				Map.of("a", new byte[1]), null);
		assertThat(wrong.statusCode()).isEqualTo(400);
		assertThat(text(wrong)).contains("\"contact.email\"", "\"impact\"");
		assertThat(opens(null, Map.of("a", new byte[1]), null).statusCode()).isEqualTo(400);
		assertThat(cases()).isEqualTo(before);
	}

	@Test
	void theSameKeyAndFilesOpenOneCaseAndOtherFilesAreAConflict() throws Exception {
		String key = UUID.randomUUID().toString();
		Map<String, byte[]> files = Map.of("a.txt", "first".getBytes(StandardCharsets.UTF_8));
		HttpResponse<byte[]> first = opens(OPENING, files, key);
		HttpResponse<byte[]> again = opens(OPENING, files, key);
		assertThat(first.statusCode()).isEqualTo(201);
		assertThat(again.statusCode()).isEqualTo(200);
		assertThat(again.headers().firstValue("Location")).isEqualTo(first.headers().firstValue("Location"));
		this.number = first.headers().firstValue("Location").orElseThrow().replace("/api/cases/", "");
		assertThat(this.api.get("tier1", "/api/cases/" + this.number + "/attachments").json()).hasSize(1);
		assertThat(opens(OPENING, Map.of("a.txt", "other".getBytes(StandardCharsets.UTF_8)), key).statusCode())
			.isEqualTo(409);
		assertThat(opens(OPENING, Map.of(), key).statusCode()).isEqualTo(409);
	}

	private HttpResponse<byte[]> opens(String opening, Map<String, byte[]> files, String key) throws Exception {
		HttpRequest.Builder request = form("case", opening, files);
		if (key != null) {
			request.header("Idempotency-Key", key);
		}
		return send("integration", "/api/cases", request);
	}

	private long cases() {
		return this.jdbc.sql("select count(*) from support_case").query(Long.class).single();
	}

	private int messages() {
		return this.api.get("tier1", "/api/cases/" + this.number + "/messages").json().size();
	}

	private HttpResponse<byte[]> download(String id) throws Exception {
		return send("tier1", "/api/cases/" + this.number + "/attachments/" + id, HttpRequest.newBuilder().GET());
	}

	private HttpResponse<byte[]> upload(String login, String path, String message, Map<String, byte[]> files)
			throws Exception {
		return send(login, "/api/cases/" + this.number + path, form("message", message, files));
	}

	private static HttpRequest.Builder form(String part, String json, Map<String, byte[]> files) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		if (json != null) {
			part(body, "name=\"" + part + "\"", "application/json", json.getBytes(StandardCharsets.UTF_8));
		}
		for (Map.Entry<String, byte[]> file : files.entrySet()) {
			String name = file.getKey().replace("\r", "%0D").replace("\n", "%0A");
			part(body, "name=\"files\"; filename=\"" + name + "\"", "text/plain", file.getValue());
		}
		body.writeBytes("--limit--\r\n".getBytes(StandardCharsets.UTF_8));
		return HttpRequest.newBuilder()
			.header("Content-Type", "multipart/form-data; boundary=limit")
			.POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
	}

	private static void part(ByteArrayOutputStream body, String disposition, String type, byte[] content) {
		body.writeBytes(
				("--limit\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: " + type + "\r\n\r\n")
					.getBytes(StandardCharsets.UTF_8));
		body.writeBytes(content);
		body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
	}

	private HttpResponse<byte[]> send(String login, String path, HttpRequest.Builder request) throws Exception {
		String pair = Base64.getEncoder().encodeToString((login + ":" + login).getBytes(StandardCharsets.UTF_8));
		return HttpClient.newHttpClient()
			.send(request.uri(URI.create("http://localhost:" + this.port + path))
				.header("Authorization", "Basic " + pair)
				.build(), HttpResponse.BodyHandlers.ofByteArray());
	}

	private static String text(HttpResponse<byte[]> response) {
		return new String(response.body(), StandardCharsets.UTF_8);
	}

}
