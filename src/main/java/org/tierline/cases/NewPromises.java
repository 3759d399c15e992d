package org.tierline.cases;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.tierline.cases.Promises.Renewal;
import org.tierline.customers.Plan;

import org.springframework.stereotype.Component;

/**
 * Promises cases anew, many with as few statements as one: all of them are locked and
 * read at once, and what has moved is written at once.
 */
@Component
class NewPromises {

	private final CaseRows rows;

	private final ClockRows clocks;

	private final KnownCompanies companies;

	private final Soundings soundings;

	private final Promises promises;

	private final Reminders reminders;

	private final Timeline timeline;

	private final Clock clock;

	NewPromises(CaseRows rows, ClockRows clocks, KnownCompanies companies, Soundings soundings, Promises promises,
			Reminders reminders, Timeline timeline, Clock clock) {
		this.rows = rows;
		this.clocks = clocks;
		this.companies = companies;
		this.soundings = soundings;
		this.promises = promises;
		this.reminders = reminders;
		this.timeline = timeline;
		this.clock = clock;
	}

	Set<CaseNumber> make(Collection<CaseNumber> numbers, TargetTable table, PromiseChange change) {
		List<Renewal> renewals = lock(numbers).stream().map((one) -> renewal(one, table)).toList();
		this.clocks.learn(renewals.stream().map(Renewal::number).toList());
		renewals.forEach((renewal) -> this.soundings.sound(renewal.supportCase(), change.at()));
		Set<CaseNumber> moved = this.promises.follow(renewals, change.at());
		if (!moved.isEmpty()) {
			this.timeline.add(moved, this.clock.instant(), What.REVISED, change.who(), change.why());
		}
		moved.addAll(reminded(renewals, change));
		return moved;
	}

	/** Not on the timeline: nothing is promised in another way. */
	private List<CaseNumber> reminded(List<Renewal> renewals, PromiseChange change) {
		return renewals.stream()
			.filter((renewal) -> change.companyId() != null)
			.map(Renewal::supportCase)
			.filter((one) -> one.status() == Status.WAITING_FOR_CUSTOMER)
			.filter((one) -> this.reminders.follow(one, change.at()))
			.map(SupportCase::number)
			.toList();
	}

	/** Those that something is promised to, under the plans that they now have. */
	private List<SupportCase> lock(Collection<CaseNumber> numbers) {
		List<SupportCase> open = this.rows.lock(numbers)
			.stream()
			.filter((one) -> one.isWorkedOn() && one.severity() != null)
			.toList();
		this.companies.learn(open.stream().map(SupportCase::companyId).collect(Collectors.toSet()));
		open.stream()
			.filter((one) -> one.plan() != plan(one))
			.collect(Collectors.groupingBy(this::plan))
			.forEach((plan, cases) -> this.rows.setPlan(cases, plan));
		return open.stream().map((one) -> one.under(plan(one))).toList();
	}

	private Renewal renewal(SupportCase supportCase, TargetTable table) {
		return new Renewal(supportCase, table.targets(supportCase.plan(), supportCase.severity()));
	}

	private Plan plan(SupportCase supportCase) {
		return this.companies.get(supportCase.companyId()).plan();
	}

}
