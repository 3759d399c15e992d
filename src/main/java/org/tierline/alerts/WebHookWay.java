package org.tierline.alerts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

import org.springframework.stereotype.Component;

/**
 * By a signed call of a group's web hook. A redirection is not followed: the body goes
 * where a supervisor said and nowhere else. The address that is connected to is the one
 * that was checked, so that a name cannot change in between.
 */
@Component
class WebHookWay implements Way {

	private static final Timeout CONNECT = Timeout.ofSeconds(5);

	private static final Timeout ANSWER = Timeout.ofSeconds(10);

	private final WayRows ways;

	private final Clock clock;

	private final CloseableHttpClient client;

	private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(WebHookWay::thread);

	WebHookWay(WayRows ways, Outside outside, Clock clock) {
		this.ways = ways;
		this.clock = clock;
		this.client = HttpClients.custom()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
				.setDnsResolver(new Checked(outside))
				.setDefaultConnectionConfig(
						ConnectionConfig.custom().setConnectTimeout(CONNECT).setSocketTimeout(ANSWER).build())
				.build())
			.setDefaultRequestConfig(RequestConfig.custom().setProtocolUpgradeEnabled(false).build())
			.disableRedirectHandling()
			.disableAutomaticRetries()
			.disableCookieManagement()
			.disableAuthCaching()
			.setUserAgent("Tierline")
			.build();
	}

	private static Thread thread(Runnable work) {
		Thread thread = new Thread(work, "web-hook-deadlines");
		thread.setDaemon(true);
		return thread;
	}

	@PreDestroy
	void close() throws IOException {
		this.deadlines.shutdownNow();
		this.client.close();
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

	private HttpPost request(NoticeRows.Claim notice, WayRows.Hook hook) {
		String timestamp = String.valueOf(this.clock.instant().getEpochSecond());
		HttpPost request = new HttpPost(URI.create(hook.url()));
		request.setHeader("Tierline-Delivery", notice.delivery().toString());
		request.setHeader("Tierline-Timestamp", timestamp);
		request.setHeader("Tierline-Signature", Signature.of(hook.secret(), timestamp, notice.body()));
		request.setEntity(
				new StringEntity(notice.body(), ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
		return request;
	}

	/**
	 * Only the status counts; a long answer is not waited for, nor one that comes byte by
	 * byte.
	 */
	private int call(HttpPost request) throws Undelivered {
		ScheduledFuture<?> deadline = this.deadlines.schedule(request::cancel,
				CONNECT.toMilliseconds() + ANSWER.toMilliseconds(), TimeUnit.MILLISECONDS);
		try {
			return this.client.executeOpen(null, request, null).getCode();
		}
		catch (Outside.Internal ex) {
			throw new Undelivered(Reach.ADDRESS, ex.getMessage());
		}
		catch (IOException ex) {
			throw new Undelivered(Reach.ADDRESS, "the receiver cannot be reached: " + ex.getClass().getSimpleName());
		}
		finally {
			deadline.cancel(false);
			// Closing would read the answer to its end.
			request.abort();
		}
	}

	/** Asked for each connection, also for one to a literal address. */
	private record Checked(Outside outside) implements DnsResolver {

		@Override
		public InetAddress[] resolve(String host) throws UnknownHostException {
			return this.outside.resolve(host);
		}

		@Override
		public String resolveCanonicalHostname(String host) {
			return host;
		}

	}

}
