package org.tierline.letters;

import org.tierline.cases.Outbox;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * How the letters stand, for those who may see it. A mail server that is down does not
 * make us ill: letters wait, and all else goes on.
 */
@Component("letters")
class QueueHealth implements HealthIndicator {

	private final Outbox outbox;

	private final SmtpServer server;

	QueueHealth(Outbox outbox, SmtpServer server) {
		this.outbox = outbox;
		this.server = server;
	}

	@Override
	public Health health() {
		Outbox.Backlog backlog = this.outbox.backlog();
		Health.Builder health = Health.up()
			.withDetail("mailServer", this.server.known())
			.withDetail("waiting", backlog.waiting())
			.withDetail("failed", backlog.failed())
			.withDetail("bounced", backlog.bounced());
		if (backlog.oldest() != null) {
			health.withDetail("oldest", backlog.oldest().toString());
		}
		return health.build();
	}

}
