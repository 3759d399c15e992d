package org.tierline.lifecycle;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Casework;
import org.tierline.cases.Status;
import org.tierline.cases.Visibility;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.Workarounds;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A known workaround reaches every case that waits, as a message of whoever found it
 * (R12). The notices are rows, written with the workaround; here they are worked off,
 * some in a transaction, so that a kill loses nothing and repeats nothing.
 */
@Service
class WorkaroundTelling {

	private static final Log logger = LogFactory.getLog(WorkaroundTelling.class);

	private static final int BATCH = 50;

	/** Who is served no more is not written to. */
	private static final Set<Status> TOLD = EnumSet.of(Status.OPEN, Status.WAITING_FOR_CUSTOMER,
			Status.WAITING_FOR_PATCH, Status.RESOLVED);

	private final Workarounds workarounds;

	private final Cases cases;

	private final Casework casework;

	private final CaseTimers timers;

	private final CaseTask tasks;

	private final TransactionTemplate transaction;

	WorkaroundTelling(Workarounds workarounds, Cases cases, Casework casework, CaseTimers timers, CaseTask tasks,
			TransactionTemplate transaction) {
		this.workarounds = workarounds;
		this.cases = cases;
		this.casework = casework;
		this.timers = timers;
		this.tasks = tasks;
		this.transaction = transaction;
	}

	/** A case that is tied only now is told what is known already; locked before. */
	void tellLate(CaseNumber number, DefectNumber defect) {
		this.workarounds.forLate(defect, number).ifPresent(this::tell);
	}

	/** Until nothing is left to tell. */
	@Scheduled(fixedDelayString = "${tierline.workarounds-every}", initialDelayString = "${tierline.workarounds-every}")
	void work() {
		boolean more = true;
		while (more) {
			more = some();
		}
	}

	private boolean some() {
		try {
			return in(() -> {
				List<Workarounds.Notice> due = this.workarounds.due(BATCH);
				due.forEach(this::tell);
				return !due.isEmpty();
			});
		}
		catch (RuntimeException ex) {
			// One of them cannot be told: alone, so that the others do not suffer.
			return one();
		}
	}

	private boolean one() {
		List<Workarounds.Notice> due = in(() -> this.workarounds.due(1));
		due.forEach(this::alone);
		return !due.isEmpty();
	}

	private void alone(Workarounds.Notice notice) {
		try {
			in(() -> tell(notice));
		}
		catch (RuntimeException ex) {
			logger.error("Case " + notice.number() + " could not be told the workaround of " + notice.defect(), ex);
			in(() -> {
				this.workarounds.failed(notice, ex.getMessage());
				return true;
			});
		}
	}

	private boolean tell(Workarounds.Notice notice) {
		boolean told = TOLD.contains(this.cases.lock(notice.number()).status()) && this.workarounds.matters(notice);
		if (this.workarounds.done(notice, told) && told) {
			this.casework.post(notice.number(), notice.who(), Visibility.PUBLIC, notice.body());
			this.timers.follow(notice.number());
			this.tasks.follow(notice.number());
		}
		return told;
	}

	private <T> T in(Supplier<T> work) {
		return this.transaction.execute((status) -> work.get());
	}

}
