package org.tierline.lifecycle;

import java.util.List;
import java.util.Optional;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Casework;
import org.tierline.cases.FieldProblem;
import org.tierline.cases.InputRefused;
import org.tierline.cases.Status;
import org.tierline.cases.SupportCase;
import org.tierline.cases.What;
import org.tierline.patches.Defect;
import org.tierline.patches.Description;
import org.tierline.patches.Release;

import org.springframework.stereotype.Component;

/** The code must change: the case waits for the fix of a new or known defect (R13). */
@Component
class LinkDefect extends CaseStep {

	private final Cases cases;

	private final Casework casework;

	private final CaseTimers timers;

	private final Tying tying;

	private final PatchDelivery delivery;

	LinkDefect(Cases cases, Casework casework, CaseTimers timers, Tying tying, PatchDelivery delivery) {
		this.cases = cases;
		this.casework = casework;
		this.timers = timers;
		this.tying = tying;
		this.delivery = delivery;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		SupportCase supportCase = this.cases.lock(number);
		Defect defect = tie(supportCase, answers);
		goOnWithoutTheAnswer(supportCase);
		Optional<Release> atHand = this.delivery.available(number, defect);
		this.tying.tellWorkaround(number, defect, answers.text("workaround"), atHand);
		atHand.ifPresentOrElse((release) -> deliverAtOnce(number, defect, release, answers),
				() -> await(number, defect, answers));
	}

	private Defect tie(SupportCase supportCase, Answers answers) {
		String title = answers.text("defectTitle");
		String known = answers.text("defectNumber");
		if ((title == null) == (known == null)) {
			throw new InputRefused(List.of(new FieldProblem("defectTitle", "or defectNumber: give exactly one"),
					new FieldProblem("defectNumber", "or defectTitle: give exactly one")));
		}
		String reason = Optional.ofNullable(answers.text("reason")).orElse("the code must change");
		return (title != null) ? this.tying.report(supportCase, described(supportCase, answers), reason)
				: this.tying.tie(supportCase.number(), known, reason, "defectNumber");
	}

	private static Description described(SupportCase supportCase, Answers answers) {
		String product = answers.text("defectProduct");
		return new Description(answers.text("defectTitle"), (product != null) ? product : supportCase.product(),
				Description.versions(answers.text("affectedVersions")));
	}

	/** The customer was asked something before the defect was recognised. */
	private void goOnWithoutTheAnswer(SupportCase supportCase) {
		if (supportCase.status() == Status.WAITING_FOR_CUSTOMER) {
			this.casework.dropQuestion(supportCase.number());
			this.casework.resumeClocks(supportCase.number());
		}
	}

	private void await(CaseNumber number, Defect defect, Answers answers) {
		this.casework.awaitPatch(number, Actors.current(), Tying.words(defect, answers.text("reason")));
		this.timers.follow(number);
		answers.pass("alreadyReleased", false);
	}

	private void deliverAtOnce(CaseNumber number, Defect defect, Release release, Answers answers) {
		this.casework.note(number, What.DEFECT_LINKED, Actors.current(), Tying.words(defect, answers.text("reason")));
		this.delivery.record(number, defect.number(), release).forEach(answers::pass);
		answers.pass("alreadyReleased", true);
	}

}
