package org.tierline.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.tierline.customers.Company;
import org.tierline.customers.Plan;
import org.tierline.sla.SlaTargets;

import org.springframework.stereotype.Component;

/** Casework on the tables: each verb a few rows and an entry on the timeline. */
@Component
class RecordedCasework implements Casework {

	private static final Status[] WORKED_ON = { Status.OPEN, Status.WAITING_FOR_CUSTOMER, Status.WAITING_FOR_PATCH };

	private final CaseRows rows;

	private final NewCases newCases;

	private final KnownCompanies companies;

	private final Clocks clocks;

	private final Alarms alarms;

	private final Soundings soundings;

	private final Agenda agenda;

	private final NewPromises newPromises;

	private final Conversation conversation;

	private final Reminders reminders;

	private final Calls calls;

	private final Technicians technicians;

	private final Escalations escalations;

	private final Resolutions resolutions;

	private final Timeline timeline;

	private final Participants participants;

	private final LetterTexts letters;

	private final Periods periods;

	private final Writes writes;

	private final Clock clock;

	RecordedCasework(CaseRows rows, NewCases newCases, KnownCompanies companies, Clocks clocks, Alarms alarms,
			Soundings soundings, Agenda agenda, NewPromises newPromises, Conversation conversation, Reminders reminders,
			Calls calls, Technicians technicians, Escalations escalations, Resolutions resolutions, Timeline timeline,
			Participants participants, LetterTexts letters, Periods periods, Writes writes, Clock clock) {
		this.rows = rows;
		this.newCases = newCases;
		this.companies = companies;
		this.clocks = clocks;
		this.alarms = alarms;
		this.soundings = soundings;
		this.agenda = agenda;
		this.newPromises = newPromises;
		this.conversation = conversation;
		this.reminders = reminders;
		this.calls = calls;
		this.technicians = technicians;
		this.escalations = escalations;
		this.resolutions = resolutions;
		this.timeline = timeline;
		this.participants = participants;
		this.letters = letters;
		this.periods = periods;
		this.writes = writes;
		this.clock = clock;
	}

	@Override
	public SupportCase register(Opening opening, String who) {
		Company company = this.companies.findOrAdd(opening.company());
		Instant now = this.clock.instant();
		SupportCase registered = this.newCases.add(opening, company, now);
		this.timeline.add(registered.number(), now, What.OPENED, who, "by " + opening.channel().code());
		return registered;
	}

	@Override
	public void promise(CaseNumber number, int severity, SlaTargets targets) {
		SupportCase supportCase = lock(number);
		this.newCases.classified(supportCase, severity);
		this.clocks.start(supportCase, targets, supportCase.openedAt());
		note(number, What.PROMISED, TIERLINE, "severity " + severity + ", plan " + supportCase.plan().code());
	}

	@Override
	public void acknowledge(CaseNumber number) {
		write(get(number), Occasion.ACKNOWLEDGED);
		note(number, What.ACKNOWLEDGED, TIERLINE, null);
	}

	@Override
	public Message post(CaseNumber number, String who, Visibility visibility, String body) {
		SupportCase supportCase = lock(number);
		Instant now = this.clock.instant();
		if (visibility == Visibility.INTERNAL) {
			return this.conversation.note(number, now, who, body);
		}
		sound(supportCase, now);
		this.clocks.answered(supportCase, now);
		this.timeline.add(number, now, What.ANSWERED, who, null);
		return this.conversation.say(number, now, who, Occasion.ANSWERED, body);
	}

	@Override
	public void ask(CaseNumber number, String who, String question) {
		SupportCase supportCase = lock(number, Status.OPEN);
		Instant now = this.clock.instant();
		sound(supportCase, now);
		this.conversation.say(number, now, who, Occasion.ASKED, question);
		this.clocks.answered(supportCase, now);
		this.reminders.asked(supportCase, now, who);
		this.rows.set(number, "status = 'waiting-for-customer'");
		this.timeline.add(number, now, What.ASKED, who, null);
	}

	@Override
	public void pauseClocks(CaseNumber number) {
		SupportCase supportCase = lock(number);
		Instant now = this.clock.instant();
		this.clocks.pause(supportCase, now);
		this.timeline.add(number, now, What.PAUSED, TIERLINE, Clocks.FOR_CUSTOMER);
	}

	@Override
	public Message reply(CaseNumber number, Inbound inbound) {
		Inbound known = inbound.orFrom(lock(number).contact().email());
		Instant now = this.clock.instant();
		this.reminders.answered(number, now);
		this.timeline.add(number, now, What.REPLIED, known.from(), null);
		return this.conversation.hear(number, now, known);
	}

	@Override
	public void dropQuestion(CaseNumber number) {
		lock(number, Status.WAITING_FOR_CUSTOMER);
		this.reminders.answered(number, this.clock.instant());
	}

	@Override
	public void resumeClocks(CaseNumber number) {
		SupportCase supportCase = lock(number, Status.WAITING_FOR_CUSTOMER);
		Instant now = this.clock.instant();
		this.rows.set(number, "status = 'open'");
		this.clocks.resume(supportCase, now);
		this.timeline.add(number, now, What.RESUMED, TIERLINE, get(number).silent() ? "the customer is silent" : null);
	}

	@Override
	public void wishCall(CaseNumber number, Instant at) {
		this.calls.wish(number, at, this.clock.instant());
	}

	@Override
	public boolean call(CaseNumber number, String who, boolean reached, String note) {
		SupportCase supportCase = lock(number);
		Instant now = this.clock.instant();
		this.calls.attempt(number, now, who, reached, note);
		sound(supportCase, now);
		this.timeline.add(number, now, What.CALLED, who, because(reached ? "reached" : "not reached", note));
		if (reached) {
			this.clocks.answered(supportCase, now);
		}
		return !reached && this.calls.missed(number) < Calls.TRIES;
	}

	@Override
	public void workedOn(CaseNumber number, Tier tier, String who) {
		if (!TIERLINE.equals(who)) {
			// The case first, as everywhere: a claim and a completion meet here.
			lock(number);
			this.technicians.remember(number, tier, who);
		}
	}

	@Override
	public void assign(CaseNumber number, String login) {
		this.rows.set(number, "assignee = ?", login);
	}

	@Override
	public void escalate(CaseNumber number, EscalationReason reason, HandoffMode mode, String note, String who) {
		SupportCase supportCase = lock(number);
		Instant now = this.clock.instant();
		sound(supportCase, now);
		this.alarms.escalated(supportCase, now);
		Escalation escalation = new Escalation(supportCase.tier(), Tier.TWO, reason, mode, note, now);
		this.escalations.add(number, escalation, who);
		this.rows.set(number, "tier = 2, status = 'open', handoff_mode = ?", mode.code());
		this.timeline.add(number, now, What.ESCALATED, who, because(reason.code(), note));
		write(get(number), Occasion.ESCALATED);
	}

	@Override
	public void handBack(CaseNumber number, String note, String who) {
		SupportCase supportCase = lock(number, Status.OPEN);
		this.alarms.escalated(supportCase, this.clock.instant());
		this.rows.set(number, "tier = 1, handoff_mode = null");
		note(number, What.HANDED_BACK, who, note);
	}

	@Override
	public void shareAs(CaseNumber number, HandoffMode mode, String who) {
		this.rows.set(number, "handoff_mode = ?", mode.code());
		note(number, What.ESCALATED, who, "handoff changed to " + mode.code());
	}

	@Override
	public void awaitPatch(CaseNumber number, String who, String why) {
		SupportCase supportCase = lock(number, Status.OPEN);
		Instant now = this.clock.instant();
		sound(supportCase, now);
		this.rows.set(number, "tier = 3, status = 'waiting-for-patch', handoff_mode = null");
		this.clocks.awaitRelease(supportCase, now);
		this.timeline.add(number, now, What.DEFECT_LINKED, who, why);
	}

	@Override
	public void returnToTierTwo(CaseNumber number, String who, String why) {
		SupportCase supportCase = lock(number, Status.WAITING_FOR_PATCH);
		Instant now = this.clock.instant();
		this.rows.set(number, "tier = 2, status = 'open', handoff_mode = 'direct'");
		this.clocks.resume(supportCase, now);
		this.timeline.add(number, now, What.HANDED_BACK, who, why);
	}

	@Override
	public void resolve(CaseNumber number, ResolutionKind kind, String summary, String who) {
		SupportCase supportCase = lock(number, Status.OPEN, Status.WAITING_FOR_PATCH);
		Instant now = this.clock.instant();
		sound(supportCase, now);
		this.conversation.write(number, now, who, Occasion.RESOLVED, summary);
		this.clocks.solved(supportCase, now);
		this.resolutions.add(number, new Resolution(kind, summary, now), supportCase.tier(), who,
				this.periods.confirmBy(now));
		this.rows.resolved(supportCase, now);
		this.timeline.add(number, now, What.RESOLVED, who, kind.code());
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
		this.resolutions.hold(number, this.clock.instant());
	}

	@Override
	public void releaseConfirmation(CaseNumber number, boolean answered) {
		Instant now = this.clock.instant();
		if (answered) {
			this.resolutions.restart(number, this.periods.confirmBy(now));
		}
		else {
			this.resolutions.goOn(number, now);
		}
	}

	@Override
	public Tier disagree(CaseNumber number, String who, String why) {
		return goOn(lock(number, Status.RESOLVED), What.DISAGREED, who, why);
	}

	@Override
	public Tier reopen(CaseNumber number, String who, String why) {
		return goOn(lock(number, Status.CLOSED), What.REOPENED, who, why);
	}

	/** Back to the tier that solved it; Tier 3 has no task, so Tier 2 looks first. */
	private Tier goOn(SupportCase supportCase, What what, String who, String why) {
		Instant now = this.clock.instant();
		CaseNumber number = supportCase.number();
		Tier tier = (supportCase.solvedBy() == Tier.ONE) ? Tier.ONE : Tier.TWO;
		this.resolutions.end(number, now, why);
		this.rows.set(number, "status = 'open', resolved_at = null, closed_at = null, tier = ?, handoff_mode = ?",
				tier.number(), (tier == Tier.TWO) ? HandoffMode.DIRECT.code() : null);
		this.clocks.reopened(supportCase, now);
		this.timeline.add(number, now, what, who, why);
		return tier;
	}

	@Override
	public void close(CaseNumber number, String who, String why) {
		lock(number, Status.RESOLVED);
		Instant now = this.clock.instant();
		this.rows.set(number, "status = 'closed', closed_at = ?, assignee = null", Columns.at(now));
		this.timeline.add(number, now, What.CLOSED, who, (why != null) ? why : "the confirmation period is over");
		if (why == null) {
			// Who confirmed it knows.
			write(get(number), Occasion.CLOSED);
		}
	}

	@Override
	public void survey(CaseNumber number) {
		// Who was silent has just heard of the closing, and that letter asks already.
		if (this.conversation.newest(number).filter(Occasion.CLOSED::equals).isEmpty()) {
			write(get(number), Occasion.SURVEY);
		}
	}

	@Override
	public void withdraw(CaseNumber number, String who, String why) {
		over(number, "status = 'withdrawn'", What.WITHDRAWN, who, why);
	}

	@Override
	public void merge(CaseNumber number, CaseNumber into, String who) {
		checkMerger(number, into);
		SupportCase merged = get(number);
		tell(number, Occasion.MERGED, this.letters.text(Occasion.MERGED,
				new CaseFile(merged, Map.of(), List.of(), null), Map.of("survivor", into.value())));
		over(number, "status = 'merged', merged_into = " + into.id(), What.MERGED, who, "into " + into);
		this.participants.of(number).forEach((one) -> this.participants.join(into, one.email(), one.name()));
		note(into, What.MERGED, who, number + " was merged into this case");
		this.conversation.note(into, this.clock.instant(), who, mergerNote(merged));
	}

	/** For the technicians of the survivor. */
	private static String mergerNote(SupportCase merged) {
		return "%s of %s (%s) was merged into this case: %s%n%n%s".formatted(merged.number(), merged.company(),
				merged.contact().name(), merged.subject(), merged.details());
	}

	@Override
	public void checkMerger(CaseNumber number, CaseNumber into) {
		if (number.equals(into)) {
			throw new StateForbids("Case " + number + " cannot be merged into itself");
		}
		SupportCase merged = lock(number, WORKED_ON);
		SupportCase survivor = lock(into, WORKED_ON);
		if (merged.companyId() != survivor.companyId() && bothKnown(merged, survivor)) {
			throw new StateForbids(
					"Cases " + number + " and " + into + " are of two companies: neither may see the other's");
		}
	}

	/** A company that nobody has verified may be another name of the same customer. */
	private boolean bothKnown(SupportCase one, SupportCase other) {
		return Stream.of(one, other).allMatch((each) -> this.companies.get(each.companyId()).verifiedAt() != null);
	}

	private void over(CaseNumber number, String status, What what, String who, String why) {
		SupportCase supportCase = lock(number, WORKED_ON);
		Instant now = this.clock.instant();
		this.rows.set(number, status + ", assignee = null");
		this.clocks.end(supportCase, now);
		this.timeline.add(number, now, what, who, why);
	}

	@Override
	public void revise(CaseNumber number, Impact impact, Urgency urgency, int severity, SlaTargets targets, String who,
			String why) {
		SupportCase supportCase = lock(number, WORKED_ON);
		Instant now = this.clock.instant();
		Plan plan = planOf(number);
		this.rows.set(number, "impact = ?, urgency = ?, severity = ?, plan = ?", impact.code(), urgency.code(),
				severity, plan.code());
		sound(supportCase, now);
		this.clocks.follow(supportCase, targets, now);
		this.timeline.add(number, now, What.REVISED, who,
				because("severity " + supportCase.severity() + " to " + severity, why));
	}

	@Override
	public Set<CaseNumber> repromise(Collection<CaseNumber> numbers, TargetTable table, PromiseChange change) {
		return this.newPromises.make(numbers, table, change);
	}

	@Override
	public boolean actOnDeadlines(CaseNumber number) {
		SupportCase supportCase = lock(number);
		Instant now = this.clock.instant();
		sound(supportCase, now);
		reportProgress(supportCase, now);
		return remind(supportCase, now);
	}

	private void sound(SupportCase supportCase, Instant now) {
		this.soundings.sound(supportCase, now);
	}

	/**
	 * In Tier 3 news go out at the update target, and the next are due one target later.
	 */
	private void reportProgress(SupportCase supportCase, Instant now) {
		if (this.alarms.progressDue(supportCase).filter((due) -> !due.isAfter(now)).isPresent()) {
			write(supportCase, Occasion.PROGRESS_REPORT);
			this.clocks.answered(supportCase, now);
			this.timeline.add(supportCase.number(), now, What.ANSWERED, TIERLINE, "progress report");
		}
	}

	/** Whether the customer has been silent for too long. */
	private boolean remind(SupportCase supportCase, Instant now) {
		Reminders.Due due = this.reminders.due(supportCase, now);
		if (due == Reminders.Due.REMINDER) {
			write(supportCase, Occasion.REMINDER);
		}
		else if (due == Reminders.Due.SILENCE) {
			this.rows.changed(supportCase.number());
		}
		return due == Reminders.Due.SILENCE;
	}

	@Override
	public Optional<Instant> nextDeadline(CaseNumber number) {
		return this.agenda.next(number);
	}

	@Override
	public Optional<Instant> resolutionDue(CaseNumber number) {
		return this.agenda.resolutionDue(number);
	}

	@Override
	public boolean missesResolution(CaseNumber number) {
		return this.alarms.escalationDue(lock(number)).filter((due) -> !due.isAfter(this.clock.instant())).isPresent();
	}

	@Override
	public Optional<Instant> confirmationDue(CaseNumber number) {
		return this.resolutions.confirmBy(number);
	}

	@Override
	public Optional<Instant> targetDue(CaseNumber number) {
		return this.agenda.earliestTarget(number);
	}

	@Override
	public Map<CaseNumber, Deadlines> deadlines(Collection<CaseNumber> numbers) {
		return this.agenda.of(numbers);
	}

	@Override
	public boolean consents(CaseNumber number) {
		lock(number);
		return confirmationDue(number).filter((due) -> !due.isAfter(this.clock.instant())).isPresent();
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
		return this.companies.get(get(number).companyId()).plan();
	}

	@Override
	public void follow(CaseNumber number, CaseNumber earlier) {
		this.rows.set(number, "follows = ?", earlier.id());
		note(number, What.REPLIED, TIERLINE, "follows the " + get(earlier).status().code() + " case " + earlier);
	}

	@Override
	public void tell(CaseNumber number, Occasion occasion, String body) {
		this.conversation.write(number, this.clock.instant(), TIERLINE, occasion, body);
	}

	/** A letter that no person writes: it answers nothing and stops no clock. */
	private void write(SupportCase supportCase, Occasion occasion) {
		CaseNumber number = supportCase.number();
		CaseFile file = new CaseFile(supportCase, this.clocks.readings(number, this.clock.instant()), List.of(), null);
		tell(number, occasion, this.letters.text(occasion, file, Map.of()));
	}

	private SupportCase get(CaseNumber number) {
		return this.rows.find(number).orElseThrow(() -> new NoSuchCase(number));
	}

	private SupportCase lock(CaseNumber number, Status... allowed) {
		SupportCase supportCase = this.rows.lock(number).orElseThrow(() -> new NoSuchCase(number));
		if (allowed.length > 0 && !Arrays.asList(allowed).contains(supportCase.status())) {
			throw new StateForbids("Case " + number + " is " + supportCase.status().code());
		}
		return supportCase;
	}

	private static String because(String reason, String note) {
		return Stream.of(reason, note).filter(Objects::nonNull).reduce((a, b) -> a + ": " + b).orElse(null);
	}

}
