package org.tierline.lifecycle;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Casework;
import org.tierline.cases.Repromises;
import org.tierline.cases.SupportCase;
import org.tierline.customers.Companies;
import org.tierline.customers.Company;
import org.tierline.customers.Site;
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

	CaseRepromise(Cases cases, Casework casework, Companies companies, SlaTable table, CaseTimers timers,
			CaseTask tasks, CaseDefects defects, PatchPipeline pipeline) {
		this.cases = cases;
		this.casework = casework;
		this.companies = companies;
		this.table = table;
		this.timers = timers;
		this.tasks = tasks;
		this.defects = defects;
		this.pipeline = pipeline;
	}

	/**
	 * Does what the change asks for.
	 * @return whether a deadline has moved
	 */
	@Transactional
	boolean follow(Repromises.Batch batch, CaseNumber number) {
		SupportCase supportCase = this.cases.lock(number);
		if (!supportCase.isWorkedOn() || supportCase.severity() == null) {
			return false;
		}
		Company company = this.companies.get(supportCase.companyId());
		Site before = (batch.siteBefore() != null) ? this.companies.siteBefore(batch.siteBefore()) : company.site();
		boolean moved = this.casework.repromise(number, company.plan(),
				this.table.targets(company.plan(), supportCase.severity()), before, batch.changedAt(), batch.who(),
				batch.why());
		if (moved) {
			this.timers.follow(number);
			this.timers.instance(number).ifPresent((id) -> this.tasks.follow(number, id));
			this.defects.of(number).ifPresent(this.pipeline::defectChanged);
		}
		return moved;
	}

}
