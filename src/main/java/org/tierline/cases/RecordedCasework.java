package org.tierline.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.tierline.customers.Plan;
import org.tierline.sla.SlaTargets;

import org.springframework.stereotype.Component;

/**
 * Casework on the tables: each verb a few rows and an entry on the timeline. Here is only
 * who does which.
 */
@Component
class RecordedCasework implements Casework {

	private final Registry registry;

	private final Exchange exchange;

	private final Handoffs handoffs;

	private final Solving solving;

	private final Mergers mergers;

	private final DueWork dueWork;

	private final CaseRows rows;

	private final KnownCompanies companies;

	private final Clocks clocks;

	private final Reminders reminders;

	private final Calls calls;

	private final Technicians technicians;

	private final Timeline timeline;

	private final WrittenLetters letters;

	private final Writes writes;

	private final Clock clock;

	RecordedCasework(Registry registry, Exchange exchange, Handoffs handoffs, Solving solving, Mergers mergers,
			DueWork dueWork, CaseRows rows, KnownCompanies companies, Clocks clocks, Reminders reminders, Calls calls,
			Technicians technicians, Timeline timeline, WrittenLetters letters, Writes writes, Clock clock) {
		this.registry = registry;
		this.exchange = exchange;
		this.handoffs = handoffs;
		this.solving = solving;
		this.mergers = mergers;
		this.dueWork = dueWork;
		this.rows = rows;
		this.companies = companies;
		this.clocks = clocks;
		this.reminders = reminders;
		this.calls = calls;
		this.technicians = technicians;
		this.timeline = timeline;
		this.letters = letters;
		this.writes = writes;
		this.clock = clock;
	}

	@Override
	public SupportCase register(Opening opening, String who) {
		return this.registry.register(opening, who);
	}

	@Override
	public void promise(CaseNumber number, int severity, SlaTargets targets) {
		this.registry.promise(number, severity, targets);
	}

	@Override
	public void acknowledge(CaseNumber number) {
		this.exchange.acknowledge(number);
	}

	@Override
	public Message post(CaseNumber number, String who, Visibility visibility, String body) {
		return this.exchange.post(number, who, visibility, body);
	}

	@Override
	public void ask(CaseNumber number, String who, String question) {
		this.exchange.ask(number, who, question);
	}

	@Override
	public void pauseClocks(CaseNumber number) {
		this.exchange.pauseClocks(number);
	}

	@Override
	public Message reply(CaseNumber number, Inbound inbound) {
		return this.exchange.reply(number, inbound);
	}

	@Override
	public void dropQuestion(CaseNumber number) {
		this.exchange.dropQuestion(number);
	}

	@Override
	public void resumeClocks(CaseNumber number) {
		this.exchange.resumeClocks(number);
	}

	@Override
	public void wishCall(CaseNumber number, Instant at) {
		this.calls.wish(number, at, this.clock.instant());
	}

	@Override
	public boolean call(CaseNumber number, String who, boolean reached, String note) {
		return this.exchange.call(number, who, reached, note);
	}

	@Override
	public void workedOn(CaseNumber number, Tier tier, String who) {
		this.handoffs.workedOn(number, tier, who);
	}

	@Override
	public void assign(CaseNumber number, String login) {
		this.rows.set(number, "assignee = ?", login);
	}

	@Override
	public void escalate(CaseNumber number, EscalationReason reason, HandoffMode mode, String note, String who) {
		this.handoffs.escalate(number, reason, mode, note, who);
	}

	@Override
	public void handBack(CaseNumber number, String note, String who) {
		this.handoffs.handBack(number, note, who);
	}

	@Override
	public void shareAs(CaseNumber number, HandoffMode mode, String who) {
		this.handoffs.shareAs(number, mode, who);
	}

	@Override
	public void awaitPatch(CaseNumber number, String who, String why) {
		this.handoffs.awaitPatch(number, who, why);
	}

	@Override
	public void returnToTierTwo(CaseNumber number, String who, String why) {
		this.handoffs.returnToTierTwo(number, who, why);
	}

	@Override
	public void resolve(CaseNumber number, ResolutionKind kind, String summary, String who) {
		this.solving.resolve(number, kind, summary, who);
	}

	@Override
	public void together(Collection<CaseNumber> numbers, Runnable work) {
		List<SupportCase> locked = this.rows.lock(numbers);
		this.companies.learn(locked.stream().map(SupportCase::companyId).distinct().toList());
		this.clocks.learn(numbers);
		this.reminders.recall(numbers);
		this.writes.together(work);
	}

	@Override
	public void holdConfirmation(CaseNumber number) {
		this.solving.holdConfirmation(number);
	}

	@Override
	public void releaseConfirmation(CaseNumber number, boolean answered) {
		this.solving.releaseConfirmation(number, answered);
	}

	@Override
	public Tier disagree(CaseNumber number, String who, String why) {
		return this.solving.disagree(number, who, why);
	}

	@Override
	public Tier reopen(CaseNumber number, String who, String why) {
		return this.solving.reopen(number, who, why);
	}

	@Override
	public void close(CaseNumber number, String who, String why) {
		this.solving.close(number, who, why);
	}

	@Override
	public void survey(CaseNumber number) {
		this.solving.survey(number);
	}

	@Override
	public void withdraw(CaseNumber number, String who, String why) {
		this.mergers.withdraw(number, who, why);
	}

	@Override
	public void merge(CaseNumber number, CaseNumber into, String who) {
		this.mergers.merge(number, into, who);
	}

	@Override
	public void checkMerger(CaseNumber number, CaseNumber into) {
		this.mergers.checkMerger(number, into);
	}

	@Override
	public void revise(CaseNumber number, Impact impact, Urgency urgency, int severity, SlaTargets targets, String who,
			String why) {
		this.registry.revise(number, impact, urgency, severity, targets, who, why);
	}

	@Override
	public Set<CaseNumber> repromise(Collection<CaseNumber> numbers, TargetTable table, PromiseChange change) {
		return this.registry.repromise(numbers, table, change);
	}

	@Override
	public boolean actOnDeadlines(CaseNumber number) {
		return this.dueWork.actOnDeadlines(number);
	}

	@Override
	public Optional<Instant> nextDeadline(CaseNumber number) {
		return this.dueWork.nextDeadline(number);
	}

	@Override
	public Optional<Instant> resolutionDue(CaseNumber number) {
		return this.dueWork.resolutionDue(number);
	}

	@Override
	public boolean missesResolution(CaseNumber number) {
		return this.dueWork.missesResolution(number);
	}

	@Override
	public Optional<Instant> confirmationDue(CaseNumber number) {
		return this.solving.confirmationDue(number);
	}

	@Override
	public Optional<Instant> targetDue(CaseNumber number) {
		return this.dueWork.targetDue(number);
	}

	@Override
	public Map<CaseNumber, Deadlines> deadlines(Collection<CaseNumber> numbers) {
		return this.dueWork.deadlines(numbers);
	}

	@Override
	public boolean consents(CaseNumber number) {
		return this.solving.consents(number);
	}

	@Override
	public Optional<Instant> wishedCall(CaseNumber number) {
		return this.calls.wished(number);
	}

	@Override
	public Optional<String> technician(CaseNumber number, Tier tier) {
		return this.technicians.of(number, tier);
	}

	@Override
	public void note(CaseNumber number, What what, String who, String why) {
		this.timeline.add(number, this.clock.instant(), what, who, why);
	}

	@Override
	public Plan planOf(CaseNumber number) {
		return this.registry.planOf(number);
	}

	@Override
	public void follow(CaseNumber number, CaseNumber earlier) {
		this.registry.follow(number, earlier);
	}

	@Override
	public void tell(CaseNumber number, Occasion occasion, String body) {
		this.letters.tell(number, occasion, body);
	}

}
