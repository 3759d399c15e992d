package org.tierline.intake.mail;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.MovableClock;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What people do with mail that was put aside. */
@MailTest
class PutAsideTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	@Autowired
	Mailroom mailroom;

	@Autowired
	InboundMails mails;

	@Autowired
	MovableClock clock;

	@LocalServerPort
	int port;

	private final String key = UUID.randomUUID().toString().substring(0, 8);

	private final String id = "<aside." + this.key + "@acme.test>";

	private final String raw = "Message-ID: " + this.id + "\r\nFrom: kim-" + this.key
			+ "@acme.test\r\nSubject: <script>x()</script>\r\nContent-Type: text/html\r\n\r\n<script>x()</script>";

	private String path;

	@BeforeEach
	void aMailThatWasPutAside() {
		this.clock.pass(Duration.ofHours(1));
		byte[] bytes = this.raw.getBytes(StandardCharsets.UTF_8);
		this.mails.store(Arrived.of(bytes, bytes.length, "somebody must look at it"));
		this.path = "/api/inbound-mail/" + this.mailroom.mail(this.id).id();
	}

	@Test
	void aSupervisorSavesItAsItCame() throws Exception {
		HttpResponse<String> saved = call("supervisor", "GET", this.path + "/raw", null);
		assertThat(saved.statusCode()).isEqualTo(200);
		assertThat(saved.body()).isEqualTo(this.raw);
		assertThat(header(saved, "Content-Type")).isEqualTo("message/rfc822");
		assertThat(header(saved, "Content-Disposition")).startsWith("attachment; filename=\"mail-").endsWith(".eml\"");
		assertThat(header(saved, "X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(header(saved, "Content-Security-Policy")).contains("sandbox");
	}

	@Test
	void ofOneThatWasTooLargeTheHeadersAreSavedAndCalledSo() throws Exception {
		String large = "<large." + this.key + "@acme.test>";
		byte[] headers = ("Message-ID: " + large + "\r\nFrom: kim@acme.test\r\n\r\n").getBytes(StandardCharsets.UTF_8);
		this.mails.store(Arrived.of(headers, 60_000_000, "it has 60 MB, more than may be taken"));
		HttpResponse<String> saved = call("supervisor", "GET",
				"/api/inbound-mail/" + this.mailroom.mail(large).id() + "/raw", null);
		assertThat(header(saved, "Content-Disposition")).endsWith("-headers.eml\"");
	}

	@Test
	void oneThatIsFiledIsNotKept() throws Exception {
		assertThat(call("tier1", "POST", this.path + "/release", "").statusCode()).isEqualTo(200);
		this.mailroom.file();
		assertThat(this.mailroom.mail(this.id).state()).isEqualTo(MailState.DONE);
		assertThat(this.mailroom.mail(this.id).decision().who()).isEqualTo("tier1");
		assertThat(call("supervisor", "GET", this.path + "/raw", null).statusCode()).isEqualTo(404);
	}

	@Test
	void itIsDismissedWithAReasonAndByWhom() throws Exception {
		HttpResponse<String> dismissed = call("tier1", "POST", this.path + "/dismissal", "{\"reason\": \" spam \"}");
		assertThat(dismissed.statusCode()).isEqualTo(200);
		assertThat(dismissed.body()).contains("\"state\":\"ignored\"");
		InboundMail mail = this.mailroom.mail(this.id);
		assertThat(mail.decision()).isEqualTo(new InboundMail.Decision(this.clock.instant(), "tier1", "spam"));
		assertThat(mail.why()).isEqualTo("somebody must look at it");
		assertThat(call("tier1", "POST", this.path + "/dismissal", "{\"reason\": \"again\"}").statusCode())
			.isEqualTo(409);
		assertThat(call("tier1", "POST", this.path + "/release", "").statusCode()).as("it was an error").isEqualTo(200);
	}

	@Test
	void withoutAReasonNothingIsDismissed() throws Exception {
		for (String body : new String[] { "{}", "{\"reason\": \" \"}", "{\"reason\": \"" + "x".repeat(2001) + "\"}" }) {
			HttpResponse<String> refused = call("tier1", "POST", this.path + "/dismissal", body);
			assertThat(refused.statusCode()).isEqualTo(400);
			assertThat(refused.body()).contains("\"field\":\"reason\"");
		}
		assertThat(this.mailroom.mail(this.id).state()).isEqualTo(MailState.PUT_ASIDE);
	}

	private HttpResponse<String> call(String login, String method, String at, String body) throws Exception {
		String pair = Base64.getEncoder().encodeToString((login + ":" + login).getBytes(StandardCharsets.UTF_8));
		return HTTP.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + at))
			.header("Authorization", "Basic " + pair)
			.header("Content-Type", "application/json")
			.method(method,
					(body != null) ? HttpRequest.BodyPublishers.ofString(body) : HttpRequest.BodyPublishers.noBody())
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static String header(HttpResponse<String> response, String name) {
		return response.headers().firstValue(name).orElse("");
	}

}
