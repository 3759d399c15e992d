package org.tierline.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

import org.tierline.customers.Company;
import org.tierline.customers.Plan;
import org.tierline.sla.SlaTargets;

import org.springframework.stereotype.Component;

/** How a case begins, and what it is promised. */
@Component
class Registry {

	private final CaseLocks cases;

	private final CaseRows rows;

	private final NewCases newCases;

	private final KnownCompanies companies;

	private final Clocks clocks;

	private final Soundings soundings;

	private final NewPromises newPromises;

	private final Timeline timeline;

	private final Clock clock;

	Registry(CaseLocks cases, CaseRows rows, NewCases newCases, KnownCompanies companies, Clocks clocks,
			Soundings soundings, NewPromises newPromises, Timeline timeline, Clock clock) {
		this.cases = cases;
		this.rows = rows;
		this.newCases = newCases;
		this.companies = companies;
		this.clocks = clocks;
		this.soundings = soundings;
		this.newPromises = newPromises;
		this.timeline = timeline;
		this.clock = clock;
	}

	SupportCase register(Opening opening, String who) {
		Company company = this.companies.findOrAdd(opening.company());
		Instant now = this.clock.instant();
		SupportCase registered = this.newCases.add(opening, company, now);
		this.timeline.add(registered.number(), now, What.OPENED, who, "by " + opening.channel().code());
		return registered;
	}

	void promise(CaseNumber number, int severity, SlaTargets targets) {
		SupportCase supportCase = this.cases.lock(number);
		this.newCases.classified(supportCase, severity);
		this.clocks.start(supportCase, targets, supportCase.openedAt());
		this.timeline.add(number, this.clock.instant(), What.PROMISED, Casework.TIERLINE,
				"severity " + severity + ", plan " + supportCase.plan().code());
	}

	void revise(CaseNumber number, Impact impact, Urgency urgency, int severity, SlaTargets targets, String who,
			String why) {
		SupportCase supportCase = this.cases.lock(number, CaseLocks.WORKED_ON);
		Instant now = this.clock.instant();
		Plan plan = planOf(number);
		this.rows.set(number, "impact = ?, urgency = ?, severity = ?, plan = ?", impact.code(), urgency.code(),
				severity, plan.code());
		this.soundings.sound(supportCase, now);
		this.clocks.follow(supportCase, targets, now);
		this.timeline.add(number, now, What.REVISED, who,
				Timeline.because("severity " + supportCase.severity() + " to " + severity, why));
	}

	Set<CaseNumber> repromise(Collection<CaseNumber> numbers, TargetTable table, PromiseChange change) {
		return this.newPromises.make(numbers, table, change);
	}

	Plan planOf(CaseNumber number) {
		return this.companies.get(this.cases.get(number).companyId()).plan();
	}

	void follow(CaseNumber number, CaseNumber earlier) {
		this.rows.set(number, "follows = ?", earlier.id());
		this.timeline.add(number, this.clock.instant(), What.REPLIED, Casework.TIERLINE,
				"follows the " + this.cases.get(earlier).status().code() + " case " + earlier);
	}

}
