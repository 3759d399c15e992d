package org.tierline.lifecycle;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;
import org.tierline.cases.PromiseChange;
import org.tierline.patches.CaseDefects;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases are promised anew: clocks, timers and tasks in one transaction. */
@Component
class CaseRepromise {

	private final Casework casework;

	private final SlaTable table;

	private final EngineDates dates;

	private final CaseDefects defects;

	private final PatchPipeline pipeline;

	private final Clock clock;

	CaseRepromise(Casework casework, SlaTable table, EngineDates dates, CaseDefects defects, PatchPipeline pipeline,
			Clock clock) {
		this.casework = casework;
		this.table = table;
		this.dates = dates;
		this.defects = defects;
		this.pipeline = pipeline;
		this.clock = clock;
	}

	/**
	 * Follows a change. All cases are locked before any of their defects, as everywhere:
	 * a case that is linked meanwhile waits, or is waited for, but never in a ring.
	 * @return the cases of which a deadline has moved
	 */
	@Transactional
	Set<CaseNumber> follow(Collection<CaseNumber> numbers, PromiseChange change) {
		Set<CaseNumber> moved = this.casework.repromise(numbers, this.table.newest(), change);
		this.dates.follow(moved);
		if (change.companyId() != null) {
			// What the table promises ranks no defect; a plan does.
			this.pipeline.demandChanged(this.defects.of(numbers).values());
		}
		return moved;
	}

	/** A case that is open again follows what was changed while it was over (F14). */
	void comeBack(CaseNumber number) {
		this.casework.repromise(List.of(number), this.table.newest(), new PromiseChange(this.clock.instant(), null,
				Casework.TIERLINE, "open again: plan, site and table as they are now"));
	}

}
