package org.tierline.lifecycle;

import java.util.Map;
import java.util.Optional;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Casework;
import org.tierline.cases.LetterTexts;
import org.tierline.cases.Occasion;
import org.tierline.cases.ResolutionKind;
import org.tierline.cases.Status;
import org.tierline.cases.SupportCase;
import org.tierline.cases.What;
import org.tierline.patches.CaseDefects;
import org.tierline.patches.Defect;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectWork;
import org.tierline.patches.Release;
import org.tierline.patches.ReleaseState;
import org.tierline.patches.ReleaseWork;
import org.tierline.patches.Releases;

import org.springframework.stereotype.Component;

/** Brings a release to a case: once, in the case, by the channel it uses (R14). */
@Component
class PatchDelivery {

	private final Cases cases;

	private final Casework casework;

	private final LetterTexts letters;

	private final CaseMessages messages;

	private final DefectWork work;

	private final CaseDefects ties;

	private final Releases releases;

	private final ReleaseWork releaseWork;

	PatchDelivery(Cases cases, Casework casework, LetterTexts letters, CaseMessages messages, DefectWork work,
			CaseDefects ties, Releases releases, ReleaseWork releaseWork) {
		this.cases = cases;
		this.casework = casework;
		this.letters = letters;
		this.messages = messages;
		this.work = work;
		this.ties = ties;
		this.releases = releases;
		this.releaseWork = releaseWork;
	}

	/** Whether the case has got that fix before. */
	boolean reached(CaseNumber number, Defect released) {
		return this.work.delivered(released.number(), number, released.release());
	}

	/**
	 * What a case that is tied only now gets at once: the release that is out, or the
	 * early fix, if its company has priority updates (R15).
	 */
	Optional<Release> available(CaseNumber number, Defect defect) {
		return Optional.ofNullable(defect.release())
			.map(this.releases::get)
			.filter((release) -> release.state() == ReleaseState.PUBLISHED)
			.or(() -> earlyFix(number, defect.number()));
	}

	private Optional<Release> earlyFix(CaseNumber number, DefectNumber defect) {
		return this.releaseWork.earlyFix(defect)
			.filter((name) -> !this.work.delivered(defect, number, name))
			.filter((name) -> this.work.waitingWithPriority(defect).contains(number))
			.map(this.releases::get);
	}

	/** For a case that is tied late: what resolves it at once. */
	Map<String, Object> record(CaseNumber number, DefectNumber defect, Release release) {
		note(number, defect, release);
		return resolution(number, defect, release);
	}

	/**
	 * A case that waits is resolved by the fix; one that a workaround resolved gets it as
	 * a letter; one that is over for other reasons waits no more.
	 */
	void deliver(CaseNumber number, DefectNumber defect, Release release) {
		SupportCase supportCase = this.cases.lock(number);
		if (supportCase.status() == Status.WITHDRAWN || supportCase.status() == Status.MERGED) {
			this.ties.untie(number, Actors.current(), "the case is " + supportCase.status().code());
		}
		else if (note(number, defect, release)) {
			hand(supportCase, defect, release);
		}
	}

	private boolean note(CaseNumber number, DefectNumber defect, Release release) {
		boolean first = this.work.deliver(defect, number, release.name());
		if (first) {
			this.casework.note(number, What.DELIVERED, Actors.current(), defect + " in " + release.name());
		}
		return first;
	}

	private void hand(SupportCase supportCase, DefectNumber defect, Release release) {
		if (supportCase.status() == Status.WAITING_FOR_PATCH) {
			this.messages.send(supportCase.number(), SupportCaseModel.PATCH_DELIVERED,
					resolution(supportCase.number(), defect, release));
		}
		else {
			this.casework.tell(supportCase.number(), Occasion.FIX_AVAILABLE,
					letter(supportCase.number(), defect, release));
		}
	}

	private Map<String, Object> resolution(CaseNumber number, DefectNumber defect, Release release) {
		return Map.of("resolutionKind", ResolutionKind.FIX.code(), "message", letter(number, defect, release));
	}

	private String letter(CaseNumber number, DefectNumber defect, Release release) {
		return this.letters.text(Occasion.FIX_AVAILABLE, this.cases.file(number), PatchFacts.of(defect, release));
	}

}
