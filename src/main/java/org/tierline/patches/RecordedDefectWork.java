package org.tierline.patches;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.tierline.cases.CaseNumber;

import org.springframework.stereotype.Component;

/** Work on defects, in the tables. */
@Component
class RecordedDefectWork implements DefectWork {

	private final DefectRows rows;

	private final DefectHistory history;

	private final Ties ties;

	private final CaseDefects caseDefects;

	private final Deliveries deliveries;

	private final Plans plans;

	private final WorkaroundRows workarounds;

	private final Clock clock;

	RecordedDefectWork(DefectRows rows, DefectHistory history, Ties ties, CaseDefects caseDefects,
			Deliveries deliveries, Plans plans, WorkaroundRows workarounds, Clock clock) {
		this.rows = rows;
		this.history = history;
		this.ties = ties;
		this.caseDefects = caseDefects;
		this.deliveries = deliveries;
		this.plans = plans;
		this.workarounds = workarounds;
		this.clock = clock;
	}

	@Override
	public DefectNumber report(Description what, String who) {
		Instant now = this.clock.instant();
		DefectNumber number = this.rows.insert(what.checked(), now, who);
		this.history.step(number, new DefectStep(DefectState.REPORTED, now, who, null));
		return number;
	}

	@Override
	public void describe(DefectNumber number, Description what, String who, String why) {
		Description tidy = what.checked();
		this.rows.describe(number, tidy);
		this.history.describe(number, tidy, this.clock.instant(), who, why);
	}

	@Override
	public DefectState lock(DefectNumber number) {
		return this.rows.lock(number).orElseThrow(() -> new NoSuchDefect(number));
	}

	@Override
	public void move(DefectNumber number, DefectState state, String who, String note) {
		this.rows.move(number, state);
		this.history.step(number, new DefectStep(state, this.clock.instant(), who, note));
	}

	@Override
	public void keepWorkaround(DefectNumber number, String who, String workaround) {
		this.workarounds.keep(number, this.clock.instant(), who, workaround);
	}

	@Override
	public Optional<Demand> demand(DefectNumber number) {
		return this.ties.demand(number);
	}

	@Override
	public List<DefectNumber> rankedByAnotherDemand(Collection<DefectNumber> numbers) {
		return numbers.isEmpty() ? List.of() : this.ties.rankedByAnotherDemand(numbers);
	}

	@Override
	public Optional<Demand> lastDemand(DefectNumber number) {
		return demand(number).or(() -> this.history.demand(number));
	}

	@Override
	public void rank(DefectNumber number, Rank rank, Demand demand, String who, String why) {
		Instant dueAt = DueDates.of(demand, this.rows.reportedAt(number));
		this.history.rank(number, rank, demand, dueAt, this.clock.instant(), who, why);
	}

	@Override
	public void rule(DefectNumber number, Ruling ruling) {
		this.history.rule(number, ruling, this.clock.instant());
	}

	@Override
	public Optional<Ruling> ruling(DefectNumber number) {
		return this.history.ruling(number);
	}

	@Override
	public void tie(DefectNumber number, CaseNumber supportCase, String who, String reason) {
		if (this.ties.open(number, supportCase).isEmpty()) {
			this.caseDefects.untie(supportCase, who, "tied to " + number + " now");
			this.ties.add(number, supportCase, this.clock.instant(), who, reason);
		}
	}

	@Override
	public boolean isAwaited(DefectNumber number) {
		return this.ties.any(number);
	}

	@Override
	public boolean isAwaitedWithPriority(DefectNumber number) {
		return this.ties.anyWithPriority(number);
	}

	@Override
	public boolean waitsWithPriority(DefectNumber number, CaseNumber supportCase) {
		return this.ties.waitsWithPriority(number, supportCase);
	}

	@Override
	public boolean queueDeliveries(DefectNumber number, String release) {
		Instant now = this.clock.instant();
		this.deliveries.queue(number, release, false, now);
		boolean open = this.deliveries.open(number, release);
		if (open) {
			this.plans.delivering(number, now);
		}
		return open;
	}

	@Override
	public void queueEarlyDeliveries(DefectNumber number, String release) {
		this.deliveries.queue(number, release, true, this.clock.instant());
	}

	@Override
	public List<CaseNumber> tied(DefectNumber number, int limit) {
		return this.ties.tied(number, limit);
	}

	@Override
	public boolean deliver(DefectNumber number, CaseNumber supportCase, String release) {
		return this.ties.open(number, supportCase)
			.map((tie) -> this.deliveries.add(number, supportCase, release, tie, this.clock.instant()))
			.orElse(false);
	}

	@Override
	public boolean delivered(DefectNumber number, CaseNumber supportCase, String release) {
		return this.deliveries.contains(number, supportCase, release);
	}

	@Override
	public boolean waits(DefectNumber number, CaseNumber supportCase) {
		return this.ties.open(number, supportCase).isPresent();
	}

	@Override
	public void merge(DefectNumber number, DefectNumber survivor, String who, String why) {
		Instant now = this.clock.instant();
		this.rows.merge(number, survivor);
		move(number, DefectState.REJECTED, who, "merged into " + survivor + ": " + why);
		this.history.step(survivor, new DefectStep(this.rows.find(survivor).orElseThrow().state(), now, who,
				number + " was merged into it: " + why));
	}

	@Override
	public void move(DefectNumber number, DefectNumber survivor, CaseNumber supportCase) {
		this.ties.move(number, survivor, supportCase);
	}

	@Override
	public List<DefectNumber> awaitedBy(long companyId) {
		return this.ties.awaitedBy(companyId);
	}

}
