package org.tierline.alerts;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.tierline.cases.DeadlineBreached;
import org.tierline.cases.DeadlineOver;
import org.tierline.cases.DeadlinesOver;
import org.tierline.cases.DeadlineWarned;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Turns what happens to deadlines into alerts, in the transaction in which it happens:
 * neither is there without the other. Nobody is told here; that comes after the commit.
 */
@Component
class RaiseAlerts {

	private final AlertRows alerts;

	private final Clock clock;

	RaiseAlerts(AlertRows alerts, Clock clock) {
		this.alerts = alerts;
		this.clock = clock;
	}

	@EventListener
	void raise(DeadlineWarned fact) {
		this.alerts.raise(fact.number(), fact.target(), fact.deadlineNo(), Level.WARNED, fact.calendar(), fact.warnAt(),
				fact.dueAt(), fact.at());
	}

	/** The breach's chain takes over from the warning's. */
	@EventListener
	void raise(DeadlineBreached fact) {
		this.alerts.overtake(fact.number(), fact.target(), fact.deadlineNo(), fact.at());
		this.alerts.raise(fact.number(), fact.target(), fact.deadlineNo(), Level.BREACHED, fact.calendar(),
				fact.dueAt(), fact.dueAt(), fact.at());
	}

	@EventListener
	void end(DeadlinesOver facts) {
		Map<DeadlineOver.Why, List<Long>> open = this.alerts.of(facts.all());
		open.forEach((why, ids) -> this.alerts.end(ids, why.code(), this.clock.instant()));
	}

}
