package org.tierline.lifecycle;

import java.util.Optional;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.tierline.patches.ProgressRequests;
import org.tierline.patches.ProgressRequests.Due;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works off the requests to tell everybody now, some recipients in a transaction, so that
 * a kill loses nothing and repeats nothing. Nodes that take the same recipients follow
 * one another, and the second finds them told.
 */
@Service
class ProgressWork {

	private static final Log logger = LogFactory.getLog(ProgressWork.class);

	private static final int RECIPIENTS = 50;

	private final ProgressRequests requests;

	private final ProgressTelling telling;

	private final TransactionTemplate transaction;

	ProgressWork(ProgressRequests requests, ProgressTelling telling, TransactionTemplate transaction) {
		this.requests = requests;
		this.telling = telling;
		this.transaction = transaction;
	}

	/** Until nothing is left to tell. */
	@Scheduled(fixedDelayString = "${tierline.progress-every}", initialDelayString = "${tierline.progress-every}")
	void work() {
		for (Optional<Due> due = next(); due.isPresent(); due = next()) {
			work(due.get());
		}
	}

	private Optional<Due> next() {
		return this.requests.due(RECIPIENTS);
	}

	/** If one of them cannot be told, then in halves: the others do not suffer. */
	private void work(Due due) {
		try {
			this.transaction.executeWithoutResult((status) -> this.telling.tell(due));
		}
		catch (ConcurrencyFailureException ex) {
			// Who was in a ring with others is still to be told: at the next look.
			throw ex;
		}
		catch (RuntimeException ex) {
			if (due.cases().size() > 1) {
				due.halves().forEach(this::work);
			}
			else {
				giveUp(due, ex);
			}
		}
	}

	private void giveUp(Due due, RuntimeException ex) {
		logger.error("Cases " + due.cases() + " could not be told the progress of " + due.defect(), ex);
		this.transaction.executeWithoutResult(
				(status) -> this.requests.failed(due, NestedExceptionUtils.getMostSpecificCause(ex).getMessage()));
	}

}
