package org.tierline.cases;

import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Component;

/** How a case goes from tier to tier. */
@Component
class Handoffs {

	private final CaseLocks cases;

	private final CaseRows rows;

	private final Clocks clocks;

	private final Soundings soundings;

	private final Alarms alarms;

	private final Technicians technicians;

	private final Escalations escalations;

	private final Timeline timeline;

	private final WrittenLetters letters;

	private final Clock clock;

	Handoffs(CaseLocks cases, CaseRows rows, Clocks clocks, Soundings soundings, Alarms alarms, Technicians technicians,
			Escalations escalations, Timeline timeline, WrittenLetters letters, Clock clock) {
		this.cases = cases;
		this.rows = rows;
		this.clocks = clocks;
		this.soundings = soundings;
		this.alarms = alarms;
		this.technicians = technicians;
		this.escalations = escalations;
		this.timeline = timeline;
		this.letters = letters;
		this.clock = clock;
	}

	void workedOn(CaseNumber number, Tier tier, String who) {
		if (!Casework.TIERLINE.equals(who)) {
			// The case first, as everywhere: a claim and a completion meet here.
			this.cases.lock(number);
			this.technicians.remember(number, tier, who);
		}
	}

	void escalate(CaseNumber number, EscalationReason reason, HandoffMode mode, String note, String who) {
		SupportCase supportCase = this.cases.lock(number);
		Instant now = this.clock.instant();
		this.soundings.sound(supportCase, now);
		this.alarms.escalated(supportCase, now);
		Escalation escalation = new Escalation(supportCase.tier(), Tier.TWO, reason, mode, note, now);
		this.escalations.add(number, escalation, who);
		this.rows.set(number, "tier = 2, status = 'open', handoff_mode = ?", mode.code());
		this.timeline.add(number, now, What.ESCALATED, who, Timeline.because(reason.code(), note));
		this.letters.write(this.cases.get(number), Occasion.ESCALATED);
	}

	void handBack(CaseNumber number, String note, String who) {
		SupportCase supportCase = this.cases.lock(number, Status.OPEN);
		this.alarms.escalated(supportCase, this.clock.instant());
		this.rows.set(number, "tier = 1, handoff_mode = null");
		this.timeline.add(number, this.clock.instant(), What.HANDED_BACK, who, note);
	}

	void shareAs(CaseNumber number, HandoffMode mode, String who) {
		this.rows.set(number, "handoff_mode = ?", mode.code());
		this.timeline.add(number, this.clock.instant(), What.ESCALATED, who, "handoff changed to " + mode.code());
	}

	void awaitPatch(CaseNumber number, String who, String why) {
		SupportCase supportCase = this.cases.lock(number, Status.OPEN);
		Instant now = this.clock.instant();
		this.soundings.sound(supportCase, now);
		this.rows.set(number, "tier = 3, status = 'waiting-for-patch', handoff_mode = null");
		this.clocks.awaitRelease(supportCase, now);
		this.timeline.add(number, now, What.DEFECT_LINKED, who, why);
	}

	void returnToTierTwo(CaseNumber number, String who, String why) {
		SupportCase supportCase = this.cases.lock(number, Status.WAITING_FOR_PATCH);
		Instant now = this.clock.instant();
		this.rows.set(number, "tier = 2, status = 'open', handoff_mode = 'direct'");
		this.clocks.resume(supportCase, now);
		this.timeline.add(number, now, What.HANDED_BACK, who, why);
	}

}
