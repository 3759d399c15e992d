package org.tierline.lifecycle;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Casework;
import org.tierline.cases.FieldProblem;
import org.tierline.cases.InputRefused;
import org.tierline.cases.SupportCase;
import org.tierline.cases.Visibility;
import org.tierline.cases.What;
import org.tierline.patches.CaseDefects;
import org.tierline.patches.Defect;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.DefectWork;
import org.tierline.patches.Defects;
import org.tierline.patches.Release;

import org.springframework.stereotype.Component;

/**
 * Ties the case to a new or known defect (R13). The defect's row is locked, as at its
 * publication: a late case gets the fix at once and never waits for ever.
 */
@Component
class LinkDefect extends CaseStep {

	private final Cases cases;

	private final Casework casework;

	private final CaseTimers timers;

	private final Defects defects;

	private final DefectWork work;

	private final CaseDefects ties;

	private final PatchProcesses processes;

	private final PatchPipeline pipeline;

	private final PatchDelivery delivery;

	LinkDefect(Cases cases, Casework casework, CaseTimers timers, Defects defects, DefectWork work, CaseDefects ties,
			PatchProcesses processes, PatchPipeline pipeline, PatchDelivery delivery) {
		this.cases = cases;
		this.casework = casework;
		this.timers = timers;
		this.defects = defects;
		this.work = work;
		this.ties = ties;
		this.processes = processes;
		this.pipeline = pipeline;
		this.delivery = delivery;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		String title = answers.text("defectTitle");
		String known = answers.text("defectNumber");
		if ((title == null) == (known == null)) {
			throw new InputRefused(List.of(new FieldProblem("defectTitle", "or defectNumber: give exactly one"),
					new FieldProblem("defectNumber", "or defectTitle: give exactly one")));
		}
		SupportCase supportCase = this.cases.lock(number);
		Defect defect = (title != null) ? report(supportCase, title) : known(supportCase, known);
		tellWorkaround(number, defect, answers.text("workaround"));
		this.delivery.available(number, defect)
			.ifPresentOrElse((release) -> deliverAtOnce(number, defect, release, answers),
					() -> await(number, defect, answers));
	}

	private Defect report(SupportCase supportCase, String title) {
		DefectNumber number = this.work.report(title, supportCase.product(), Actors.current());
		tie(supportCase.number(), number);
		this.processes.report(number, this.work.demand(number).orElseThrow());
		return this.defects.get(number);
	}

	private Defect known(SupportCase supportCase, String text) {
		Defect defect = DefectNumber.parse(text)
			.flatMap(this.defects::find)
			.orElseThrow(() -> new InputRefused("defectNumber", "is not the number of a defect"));
		DefectState state = lock(supportCase.number(), defect.number());
		if (state == DefectState.REJECTED) {
			throw new InputRefused("defectNumber", defect.number() + " is rejected: there will be no patch");
		}
		boolean useless = state == DefectState.RELEASED && this.delivery.reached(supportCase.number(), defect.number());
		tie(supportCase.number(), defect.number());
		if (useless) {
			this.pipeline.reopen(defect.number(), "it did not help in case " + supportCase.number());
		}
		this.pipeline.defectChanged(defect.number());
		return this.defects.get(defect.number());
	}

	/** The defect that the case leaves is ranked anew: both are taken in their order. */
	private DefectState lock(CaseNumber number, DefectNumber defect) {
		Optional<DefectNumber> left = this.ties.of(number);
		Stream.of(left.orElse(null), defect)
			.filter(Objects::nonNull)
			.sorted((a, b) -> Long.compare(a.id(), b.id()))
			.forEach(this.work::lock);
		return this.work.lock(defect);
	}

	private void tie(CaseNumber number, DefectNumber defect) {
		this.work.tie(defect, number, Actors.current(), "the code must change");
	}

	/** A workaround helps now; the patch follows (R12). */
	private void tellWorkaround(CaseNumber number, Defect defect, String workaround) {
		if (workaround != null) {
			this.work.keepWorkaround(defect.number(), Actors.current(), workaround);
			this.casework.post(number, Actors.current(), Visibility.PUBLIC, workaround);
		}
	}

	private void await(CaseNumber number, Defect defect, Answers answers) {
		this.casework.awaitPatch(number, Actors.current(), defect.number() + ": " + defect.title());
		this.timers.follow(number);
		answers.pass("alreadyReleased", false);
	}

	private void deliverAtOnce(CaseNumber number, Defect defect, Release release, Answers answers) {
		this.casework.note(number, What.DEFECT_LINKED, Actors.current(), defect.number() + ": " + defect.title());
		this.delivery.record(number, defect.number(), release).forEach(answers::pass);
		answers.pass("alreadyReleased", true);
	}

}
