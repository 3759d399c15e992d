package org.tierline.lifecycle;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Repromises;
import org.tierline.cases.Repromises.Batch;
import org.tierline.customers.CompanyChanged;
import org.tierline.engine.TablesDeployed;

import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Open cases follow a change of their plan, their site or the table of targets (R20). The
 * change queues them in its own transaction; here they are worked off, some in a
 * transaction, so that a kill loses nothing and repeats nothing.
 */
@Service
class Repromising {

	private static final Log logger = LogFactory.getLog(Repromising.class);

	/**
	 * So many share their statements; more would hold their cases longer than a person
	 * notices.
	 */
	private static final int BATCH = 500;

	private final Repromises repromises;

	private final CaseRepromise repromise;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Repromising(Repromises repromises, CaseRepromise repromise, TransactionTemplate transaction, Clock clock) {
		this.repromises = repromises;
		this.repromise = repromise;
		this.transaction = transaction;
		this.clock = clock;
	}

	@EventListener
	void follow(CompanyChanged change) {
		this.repromises.request(change.after().id(), change.siteBefore(), change.at(), Actors.current(),
				"company " + change.after().name() + ": " + change.what() + " changed");
	}

	@EventListener
	void follow(TablesDeployed tables) {
		Optional.ofNullable(tables.versions().get(SupportCaseModel.SLA_TARGETS))
			.ifPresent((version) -> this.repromises.request(null, null,
					this.clock.instant().truncatedTo(ChronoUnit.MILLIS), Actors.current(),
					"table " + SupportCaseModel.SLA_TARGETS + " version " + version));
	}

	/** Until nothing is left to do. */
	@Scheduled(fixedDelayString = "${tierline.repromise-every}", initialDelayString = "${tierline.repromise-every}")
	void work() {
		for (Optional<Batch> batch = next(); batch.isPresent(); batch = next()) {
			work(batch.get());
		}
	}

	private Optional<Batch> next() {
		return this.transaction.execute((status) -> this.repromises.next(BATCH));
	}

	/** If one of them cannot be done, then in halves: the others do not suffer. */
	private void work(Batch batch) {
		try {
			this.transaction.executeWithoutResult((status) -> follow(this.repromises.take(batch)));
		}
		catch (RuntimeException ex) {
			if (batch.cases().size() > 1) {
				batch.halves().forEach(this::work);
			}
			else {
				giveUp(batch, ex);
			}
		}
	}

	private void follow(Batch batch) {
		if (!batch.cases().isEmpty()) {
			Set<CaseNumber> moved = this.repromise.follow(batch.cases(), batch.change());
			this.repromises.done(batch, moved);
		}
	}

	private void giveUp(Batch batch, RuntimeException ex) {
		logger.error("Cases " + batch.cases() + " could not be promised anew (" + batch.change().why() + ")", ex);
		this.transaction.executeWithoutResult((status) -> this.repromises.failed(batch, ex.getMessage()));
	}

}
