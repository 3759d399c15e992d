package org.tierline.lifecycle;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Repromises;
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

	private static final int BATCH = 50;

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
		boolean more = true;
		while (more) {
			more = some();
		}
	}

	private boolean some() {
		try {
			return in(() -> {
				Optional<Repromises.Batch> batch = this.repromises.take(BATCH);
				batch.ifPresent((taken) -> taken.cases().forEach((number) -> follow(taken, number)));
				return batch.isPresent();
			});
		}
		catch (RuntimeException ex) {
			// One of them cannot be done: alone, so that the others do not suffer.
			return one();
		}
	}

	private boolean one() {
		Optional<Repromises.Batch> batch = in(() -> this.repromises.take(1));
		batch.ifPresent((taken) -> alone(taken, taken.cases().get(0)));
		return batch.isPresent();
	}

	private void alone(Repromises.Batch batch, CaseNumber number) {
		try {
			in(() -> follow(batch, number));
		}
		catch (RuntimeException ex) {
			logger.error("Case " + number + " could not be promised anew (" + batch.why() + ")", ex);
			in(() -> {
				this.repromises.failed(batch, number, ex.getMessage());
				return true;
			});
		}
	}

	private boolean follow(Repromises.Batch batch, CaseNumber number) {
		boolean moved = this.repromise.follow(number, batch.changedAt(), batch.who(), batch.why());
		this.repromises.done(batch, number, moved);
		return moved;
	}

	private <T> T in(Supplier<T> work) {
		return this.transaction.execute((status) -> work.get());
	}

}
