package org.tierline.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

/** How a case is resolved and closed, and how it comes back. */
@Component
class Solving {

	private final CaseLocks cases;

	private final CaseRows rows;

	private final Clocks clocks;

	private final Soundings soundings;

	private final Conversation conversation;

	private final Resolutions resolutions;

	private final Periods periods;

	private final Timeline timeline;

	private final WrittenLetters letters;

	private final Clock clock;

	Solving(CaseLocks cases, CaseRows rows, Clocks clocks, Soundings soundings, Conversation conversation,
			Resolutions resolutions, Periods periods, Timeline timeline, WrittenLetters letters, Clock clock) {
		this.cases = cases;
		this.rows = rows;
		this.clocks = clocks;
		this.soundings = soundings;
		this.conversation = conversation;
		this.resolutions = resolutions;
		this.periods = periods;
		this.timeline = timeline;
		this.letters = letters;
		this.clock = clock;
	}

	void resolve(CaseNumber number, ResolutionKind kind, String summary, String who) {
		SupportCase supportCase = this.cases.lock(number, Status.OPEN, Status.WAITING_FOR_PATCH);
		Instant now = this.clock.instant();
		this.soundings.sound(supportCase, now);
		this.conversation.write(number, now, who, Occasion.RESOLVED, summary);
		this.clocks.solved(supportCase, now);
		this.resolutions.add(number, new Resolution(kind, summary, now), supportCase.tier(), who,
				this.periods.confirmBy(now));
		this.rows.resolved(supportCase, now);
		this.timeline.add(number, now, What.RESOLVED, who, kind.code());
	}

	void holdConfirmation(CaseNumber number) {
		this.resolutions.hold(number, this.clock.instant());
	}

	void releaseConfirmation(CaseNumber number, boolean answered) {
		Instant now = this.clock.instant();
		if (answered) {
			this.resolutions.restart(number, this.periods.confirmBy(now));
		}
		else {
			this.resolutions.goOn(number, now);
		}
	}

	Tier disagree(CaseNumber number, String who, String why) {
		return goOn(this.cases.lock(number, Status.RESOLVED), What.DISAGREED, who, why);
	}

	Tier reopen(CaseNumber number, String who, String why) {
		return goOn(this.cases.lock(number, Status.CLOSED), What.REOPENED, who, why);
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

	void close(CaseNumber number, String who, String why) {
		this.cases.lock(number, Status.RESOLVED);
		Instant now = this.clock.instant();
		this.rows.set(number, "status = 'closed', closed_at = ?, assignee = null", Columns.at(now));
		this.timeline.add(number, now, What.CLOSED, who, (why != null) ? why : "the confirmation period is over");
		if (why == null) {
			// Who confirmed it knows.
			this.letters.write(this.cases.get(number), Occasion.CLOSED);
		}
	}

	void survey(CaseNumber number) {
		// Who was silent has just heard of the closing, and that letter asks already.
		if (this.conversation.newest(number).filter(Occasion.CLOSED::equals).isEmpty()) {
			this.letters.write(this.cases.get(number), Occasion.SURVEY);
		}
	}

	Optional<Instant> confirmationDue(CaseNumber number) {
		return this.resolutions.confirmBy(number);
	}

	boolean consents(CaseNumber number) {
		this.cases.lock(number);
		return confirmationDue(number).filter((due) -> !due.isAfter(this.clock.instant())).isPresent();
	}

}
