package org.tierline.alerts;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.StateForbids;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class RecordedAlerts implements Alerts {

	private final AlertViews views;

	private final AlertRows rows;

	private final Cases cases;

	private final Clock clock;

	RecordedAlerts(AlertViews views, AlertRows rows, Cases cases, Clock clock) {
		this.views = views;
		this.rows = rows;
		this.cases = cases;
		this.clock = clock;
	}

	@Override
	public List<Alert> list(Boolean open, CaseNumber number, Long after, int limit) {
		return this.views.list(open, number, after, limit);
	}

	@Override
	public List<Alert> of(CaseNumber number) {
		return this.views.of(this.cases.get(number).number());
	}

	@Override
	@Transactional
	public Alert acknowledge(long id, String login, String note) {
		this.cases.lock(find(id).number());
		Alert alert = find(id);
		if (login.equals(alert.acknowledgedBy())) {
			return alert;
		}
		refusal(alert).ifPresent((why) -> {
			throw new StateForbids("Alert " + id + why);
		});
		this.rows.acknowledge(id, login, note, this.clock.instant());
		return find(id);
	}

	private static Optional<String> refusal(Alert alert) {
		if (alert.acknowledgedBy() != null) {
			return Optional.of(" was acknowledged by " + alert.acknowledgedBy());
		}
		return Optional.ofNullable(alert.endedWhy()).map((why) -> " is over: " + why);
	}

	private Alert find(long id) {
		return this.views.find(id).orElseThrow(() -> new NoSuchName("alert " + id));
	}

}
