package org.tierline.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.tierline.cases.Cases;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the steps that are due, each in a transaction of its own, in the order in which
 * the deadlines passed. Nodes side by side share the work.
 */
@Service
class Escalating {

	private static final Log logger = LogFactory.getLog(Escalating.class);

	private static final int BATCH = 100;

	private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

	private final StepRows steps;

	private final StepTaking taking;

	private final Cases cases;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Escalating(StepRows steps, StepTaking taking, Cases cases, TransactionTemplate transaction, Clock clock) {
		this.steps = steps;
		this.taking = taking;
		this.cases = cases;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Until nothing is due: one step may make the next one due at once. */
	@Scheduled(fixedDelayString = "${tierline.alerts.every}", initialDelayString = "${tierline.alerts.every}")
	void work() {
		Instant now = this.clock.instant();
		for (List<StepRows.Due> due = this.steps.due(now, BATCH); !due.isEmpty(); due = this.steps.due(now, BATCH)) {
			due.forEach((step) -> take(step, now));
		}
	}

	private void take(StepRows.Due due, Instant now) {
		try {
			this.transaction.executeWithoutResult((status) -> lockAndTake(due, now));
		}
		catch (RuntimeException ex) {
			logger.error("Step " + due.no() + " of alert " + due.alert() + " could not be taken; it is tried again",
					ex);
			this.steps.dueAt(due.alert(), due.no(), now.plus(AFTER_A_FAILURE));
		}
	}

	/**
	 * The case first, as everybody does: what happens to it is then before or after.
	 */
	private void lockAndTake(StepRows.Due due, Instant now) {
		var supportCase = this.cases.lock(due.number());
		this.steps.lock(due, now).ifPresent((step) -> this.taking.take(step, supportCase, now));
	}

}
