package org.tierline.alerts;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;

import org.springframework.stereotype.Component;

/**
 * By a signed call of a group's web hook. A redirection is not followed: the body goes
 * where a supervisor said and nowhere else.
 */
@Component
class WebHookWay implements Way {

	private static final Duration CONNECT = Duration.ofSeconds(5);

	private static final Duration ANSWER = Duration.ofSeconds(10);

	private final HttpClient client = HttpClient.newBuilder()
		.connectTimeout(CONNECT)
		.followRedirects(HttpClient.Redirect.NEVER)
		.version(HttpClient.Version.HTTP_1_1)
		.build();

	private final WayRows ways;

	private final Clock clock;

	WebHookWay(WayRows ways, Clock clock) {
		this.ways = ways;
		this.clock = clock;
	}

	@Override
	public WayName name() {
		return WayName.WEB_HOOK;
	}

	@Override
	public boolean isOpen() {
		return true;
	}

	@Override
	public void deliver(NoticeRows.Claim notice) throws Undelivered {
		WayRows.Hook hook = this.ways.hook(notice.address())
			.orElseThrow(() -> new Undelivered(Reach.ADDRESS, "the group has no web hook any more"));
		int status = call(request(notice, hook));
		if (status / 100 != 2) {
			throw new Undelivered(Reach.ADDRESS, "the receiver answered " + status);
		}
	}

	private HttpRequest request(NoticeRows.Claim notice, WayRows.Hook hook) {
		String timestamp = String.valueOf(this.clock.instant().getEpochSecond());
		return HttpRequest.newBuilder(URI.create(hook.url()))
			.timeout(ANSWER)
			.header("Content-Type", "application/json; charset=utf-8")
			.header("User-Agent", "Tierline")
			.header("Tierline-Delivery", notice.delivery().toString())
			.header("Tierline-Timestamp", timestamp)
			.header("Tierline-Signature", Signature.of(hook.secret(), timestamp, notice.body()))
			.POST(HttpRequest.BodyPublishers.ofString(notice.body()))
			.build();
	}

	/** Only the status counts; a long answer is not waited for. */
	private int call(HttpRequest request) throws Undelivered {
		try {
			HttpResponse<InputStream> answer = this.client.send(request, HttpResponse.BodyHandlers.ofInputStream());
			answer.body().close();
			return answer.statusCode();
		}
		catch (IOException ex) {
			throw new Undelivered(Reach.ADDRESS, "the receiver cannot be reached: " + ex.getClass().getSimpleName());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Undelivered(Reach.ADDRESS, "stopped while it was sent");
		}
	}

}
