package org.tierline.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.SupportCase;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the steps that are due, some dozens in a transaction, in the order in which the
 * deadlines passed. Nodes side by side share the work.
 */
@Service
class Escalating {

	private static final Log logger = LogFactory.getLog(Escalating.class);

	private static final int BATCH = 50;

	private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

	private final StepRows steps;

	private final AlertRows alerts;

	private final Audience audience;

	private final StepTaking taking;

	private final Cases cases;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Escalating(StepRows steps, AlertRows alerts, Audience audience, StepTaking taking, Cases cases,
			TransactionTemplate transaction, Clock clock) {
		this.steps = steps;
		this.alerts = alerts;
		this.audience = audience;
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
			take(due, now);
		}
	}

	private void take(List<StepRows.Due> due, Instant now) {
		try {
			this.transaction.executeWithoutResult((status) -> lockAndTake(due, now));
		}
		catch (RuntimeException ex) {
			failed(due, now, ex);
		}
	}

	/** Of many the others do not wait for the one that cannot be taken. */
	private void failed(List<StepRows.Due> steps, Instant now, RuntimeException ex) {
		if (steps.size() > 1) {
			steps.forEach((step) -> take(List.of(step), now));
		}
		else {
			StepRows.Due due = steps.get(0);
			logger.error("Step " + due.no() + " of alert " + due.alert() + " could not be taken; it is tried again",
					ex);
			this.steps.dueAt(due.alert(), due.no(), now.plus(AFTER_A_FAILURE));
		}
	}

	/**
	 * The cases first, as everybody does: what happens to them is then before or after.
	 */
	private void lockAndTake(List<StepRows.Due> due, Instant now) {
		Map<CaseNumber, SupportCase> locked = this.cases
			.lock(due.stream().map(StepRows.Due::number).distinct().toList())
			.stream()
			.collect(Collectors.toMap(SupportCase::number, Function.identity()));
		KnownAudience known = new KnownAudience(this.audience, now);
		StepsTaken taken = new StepsTaken(now);
		this.steps.lock(due, now)
			.forEach((step) -> this.taking.take(step, locked.get(step.number()), known, now, taken));
		taken.write(this.steps, this.alerts);
	}

}
