package org.tierline.lifecycle;

import java.time.Clock;
import java.time.Instant;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Casework;
import org.tierline.cases.SupportCase;
import org.tierline.customers.Companies;
import org.tierline.customers.Plan;
import org.tierline.patches.CaseDefects;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One case is promised anew: clocks, timers and tasks in one transaction. */
@Component
class CaseRepromise {

	private final Cases cases;

	private final Casework casework;

	private final Companies companies;

	private final SlaTable table;

	private final CaseTimers timers;

	private final CaseTask tasks;

	private final CaseDefects defects;

	private final PatchPipeline pipeline;

	private final Clock clock;

	CaseRepromise(Cases cases, Casework casework, Companies companies, SlaTable table, CaseTimers timers,
			CaseTask tasks, CaseDefects defects, PatchPipeline pipeline, Clock clock) {
		this.cases = cases;
		this.casework = casework;
		this.companies = companies;
		this.table = table;
		this.timers = timers;
		this.tasks = tasks;
		this.defects = defects;
		this.pipeline = pipeline;
		this.clock = clock;
	}

	/**
	 * Follows what was changed then.
	 * @return whether a deadline has moved
	 */
	@Transactional
	boolean follow(CaseNumber number, Instant changedAt, String who, String why) {
		SupportCase supportCase = this.cases.lock(number);
		if (!supportCase.isWorkedOn() || supportCase.severity() == null) {
			return false;
		}
		boolean moved = promise(supportCase, changedAt, who, why);
		if (moved) {
			this.timers.follow(number);
			this.timers.instance(number).ifPresent((id) -> this.tasks.follow(number, id));
			this.defects.of(number).ifPresent(this.pipeline::defectChanged);
		}
		return moved;
	}

	/** A case that is open again follows what was changed while it was over (F14). */
	void comeBack(CaseNumber number) {
		promise(this.cases.lock(number), this.clock.instant(), Casework.TIERLINE,
				"open again: plan, site and table as they are now");
	}

	private boolean promise(SupportCase supportCase, Instant at, String who, String why) {
		Plan plan = this.companies.get(supportCase.companyId()).plan();
		return this.casework.repromise(supportCase.number(), plan, this.table.targets(plan, supportCase.severity()), at,
				who, why);
	}

}
