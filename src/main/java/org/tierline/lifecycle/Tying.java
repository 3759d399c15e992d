package org.tierline.lifecycle;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.InputRefused;
import org.tierline.cases.Status;
import org.tierline.cases.SupportCase;
import org.tierline.patches.CaseDefects;
import org.tierline.patches.Defect;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.DefectWork;
import org.tierline.patches.Defects;
import org.tierline.patches.Description;
import org.tierline.patches.Release;

import org.springframework.stereotype.Component;

/**
 * Ties a case to a defect (R13). The defect's row is locked, as at its publication: a
 * late case gets the fix at once and never waits for ever.
 */
@Component
class Tying {

	private final Defects defects;

	private final DefectWork work;

	private final CaseDefects ties;

	private final PatchProcesses processes;

	private final PatchPipeline pipeline;

	private final PatchDelivery delivery;

	private final WorkaroundTelling workarounds;

	Tying(Defects defects, DefectWork work, CaseDefects ties, PatchProcesses processes, PatchPipeline pipeline,
			PatchDelivery delivery, WorkaroundTelling workarounds) {
		this.defects = defects;
		this.work = work;
		this.ties = ties;
		this.processes = processes;
		this.pipeline = pipeline;
		this.delivery = delivery;
		this.workarounds = workarounds;
	}

	/** A new defect, found in that case. */
	Defect report(SupportCase supportCase, Description what, String reason) {
		DefectNumber number = this.work.report(what, Actors.current());
		this.work.tie(number, supportCase.number(), Actors.current(), reason);
		this.processes.report(number, this.work.demand(number).orElseThrow());
		return this.defects.get(number);
	}

	/**
	 * A known one, or the defect that it was merged into. If its fix has reached the case
	 * already it did not help, and is developed anew.
	 * @throws InputRefused naming the field if there is none, or if it is rejected
	 */
	Defect tie(CaseNumber number, String known, String reason, String field) {
		DefectNumber defect = lock(number, known, field);
		boolean useless = useless(number, this.defects.get(defect));
		this.work.tie(defect, number, Actors.current(), reason);
		if (useless) {
			this.pipeline.reopen(defect, "it did not help in case " + number);
		}
		this.pipeline.defectChanged(defect);
		return this.defects.get(defect);
	}

	/** Locks the defect that the case can be tied to, and the one it leaves. */
	DefectNumber lock(CaseNumber number, String known, String field) {
		DefectNumber asked = DefectNumber.parse(known.strip())
			.filter((parsed) -> this.defects.find(parsed).isPresent())
			.orElseThrow(() -> new InputRefused(field, "is not the number of a defect"));
		DefectNumber defect = lockSurvivor(number, asked);
		refuseRejected(this.defects.get(defect), field);
		return defect;
	}

	/**
	 * The defect that the case leaves is ranked anew: both are taken in their order. A
	 * duplicate may be merged while we wait for it.
	 */
	private DefectNumber lockSurvivor(CaseNumber number, DefectNumber asked) {
		DefectNumber survivor = this.defects.survivor(asked);
		Stream.of(this.ties.of(number).orElse(null), survivor)
			.filter(Objects::nonNull)
			.sorted(Comparator.comparing(DefectNumber::id))
			.forEach(this.work::lock);
		return this.defects.survivor(asked).equals(survivor) ? survivor : lockSurvivor(number, asked);
	}

	private static void refuseRejected(Defect defect, String field) {
		if (defect.state() == DefectState.REJECTED) {
			throw new InputRefused(field, defect.number() + " is rejected: there will be no patch");
		}
	}

	/**
	 * A workaround helps now; the patch follows (R12). With a fix at hand only new words
	 * are worth telling.
	 */
	void tellWorkaround(CaseNumber number, Defect defect, String found, Optional<Release> atHand) {
		if (found != null) {
			this.work.keepWorkaround(defect.number(), Actors.current(), found);
		}
		if (found != null || atHand.isEmpty()) {
			this.workarounds.tellLate(number, defect.number());
		}
	}

	/** For a case that is past its tasks: what is out goes to it, what helps is told. */
	void bring(SupportCase supportCase, Defect tied) {
		CaseNumber number = supportCase.number();
		Optional<Release> atHand = this.delivery.available(number, tied);
		if (supportCase.status() != Status.CLOSED) {
			tellWorkaround(number, tied, null, atHand);
		}
		atHand.ifPresent((release) -> this.delivery.deliver(number, tied.number(), release));
	}

	/** Whether a fix that is out has reached the case before. */
	boolean useless(CaseNumber number, Defect defect) {
		return defect.state() == DefectState.RELEASED && this.delivery.reached(number, defect.number());
	}

	static String words(Defect defect, String reason) {
		return defect.number() + ": " + defect.title() + ((reason != null) ? " (" + reason + ")" : "");
	}

}
