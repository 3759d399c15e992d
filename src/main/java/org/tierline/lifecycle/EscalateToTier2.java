package org.tierline.lifecycle;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;
import org.tierline.cases.EscalationReason;
import org.tierline.cases.HandoffMode;
import org.tierline.engine.NotDue;

import org.springframework.stereotype.Component;

/** Engages Tier 2: a technician asked for it, or the target was missed (R9). */
@Component
class EscalateToTier2 extends CaseStep {

	private final Casework casework;

	private final CaseTimers timers;

	EscalateToTier2(Casework casework, CaseTimers timers) {
		this.casework = casework;
		this.timers = timers;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		if (answers.text("outcome") != null) {
			requested(number, answers);
		}
		else {
			targetMissed(number, answers);
		}
		this.timers.follow(number);
	}

	private void requested(CaseNumber number, Answers answers) {
		HandoffMode mode = answers.word("handoffMode", HandoffMode.class);
		String note = answers.text("escalationNote");
		this.casework.escalate(number, EscalationReason.REQUESTED, mode, note, Actors.current());
		answers.pass("together", mode == HandoffMode.TOGETHER);
	}

	/** The clock decides, not the timer: a migrated or moved one may fire anew (F29). */
	private void targetMissed(CaseNumber number, Answers answers) {
		if (!this.casework.missesResolution(number)) {
			throw new NotDue("Case " + number + " does not miss its resolution target now");
		}
		this.casework.escalate(number, EscalationReason.TARGET_RESOLUTION_TIME, HandoffMode.DIRECT, null,
				Actors.current());
		answers.pass("together", false);
	}

}
