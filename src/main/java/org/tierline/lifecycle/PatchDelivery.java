package org.tierline.lifecycle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.tierline.cases.CaseFile;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Casework;
import org.tierline.cases.LetterTexts;
import org.tierline.cases.Occasion;
import org.tierline.cases.ResolutionKind;
import org.tierline.cases.Status;
import org.tierline.cases.What;
import org.tierline.patches.CaseDefects;
import org.tierline.patches.Defect;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectWork;
import org.tierline.patches.Defects;
import org.tierline.patches.DeliveryQueue;
import org.tierline.patches.DeliveryQueue.Due;
import org.tierline.patches.Fix;
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

	private final CasesAtOnce atOnce;

	private final Defects defects;

	private final DefectWork work;

	private final CaseDefects ties;

	private final Releases releases;

	private final ReleaseWork releaseWork;

	private final DeliveryQueue queue;

	PatchDelivery(Cases cases, Casework casework, LetterTexts letters, CasesAtOnce atOnce, Defects defects,
			DefectWork work, CaseDefects ties, Releases releases, ReleaseWork releaseWork, DeliveryQueue queue) {
		this.cases = cases;
		this.casework = casework;
		this.letters = letters;
		this.atOnce = atOnce;
		this.defects = defects;
		this.work = work;
		this.ties = ties;
		this.releases = releases;
		this.releaseWork = releaseWork;
		this.queue = queue;
	}

	/** Whether the released fix has reached the case before. */
	boolean reached(CaseNumber number, DefectNumber defect) {
		return Optional.ofNullable(this.defects.get(defect).release())
			.filter((release) -> this.work.delivered(defect, number, release))
			.isPresent();
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
			.filter((name) -> this.work.waitsWithPriority(defect, number))
			.map(this.releases::get);
	}

	/** For a case that is tied late: what resolves it at once. */
	Map<String, Object> record(CaseNumber number, DefectNumber defect, Release release) {
		if (this.work.deliver(defect, number, release.name())) {
			told(number, defect, release.name());
		}
		return resolution(
				letter(this.cases.file(number), PatchFacts.of(this.releases.fix(release.name(), defect), null)));
	}

	/** To a case that is tied late and past its tasks. */
	void deliver(CaseNumber number, DefectNumber defect, Release release) {
		if (this.work.deliver(defect, number, release.name())) {
			told(number, defect, release.name());
			CaseFile file = this.cases.file(number);
			String letter = letter(file, PatchFacts.of(this.releases.fix(release.name(), defect), null));
			if (file.supportCase().status() == Status.WAITING_FOR_PATCH) {
				this.atOnce.send(SupportCaseModel.PATCH_DELIVERED, Map.of(number, passing(letter)));
			}
			else {
				this.casework.tell(number, Occasion.FIX_AVAILABLE, letter);
			}
		}
	}

	/** Makes what was taken from the queue, all or nothing. */
	void deliver(List<Due> batch) {
		if (!batch.isEmpty()) {
			this.casework.together(batch.stream().map(Due::number).toList(), () -> {
				Set<CaseNumber> taken = new HashSet<>();
				hand(batch.stream().filter((due) -> goes(due, taken.add(due.number()))).toList());
			});
		}
	}

	/** A case that is over for other reasons waits no more. */
	private boolean goes(Due due, boolean first) {
		Status status = this.cases.lock(due.number()).status();
		if (status == Status.WITHDRAWN || status == Status.MERGED) {
			this.ties.untie(due.number(), Actors.current(), "the case is " + status.code());
		}
		else if (due.waits() && first) {
			return true;
		}
		this.queue.dropped(due, "the case does not wait any more");
		return false;
	}

	/**
	 * A case that waits is resolved by the fix; one that a workaround resolved gets it as
	 * a letter.
	 */
	private void hand(List<Due> going) {
		this.queue.done(going);
		Map<CaseNumber, CaseFile> files = this.cases.files(going.stream().map(Due::number).toList())
			.stream()
			.collect(Collectors.toMap((file) -> file.supportCase().number(), Function.identity()));
		Map<String, Fix> fixes = new HashMap<>();
		Map<CaseNumber, Map<String, Object>> waiting = new LinkedHashMap<>();
		for (Due due : going) {
			Fix fix = fixes.computeIfAbsent(due.release() + " " + due.defect(),
					(key) -> this.releases.fix(due.release(), due.defect()));
			CaseFile file = files.get(due.number());
			told(due.number(), due.defect(), fix.release());
			String letter = letter(file, PatchFacts.of(fix, due.replaced()));
			if (file.supportCase().status() == Status.WAITING_FOR_PATCH) {
				waiting.put(due.number(), passing(letter));
			}
			else {
				this.casework.tell(due.number(), Occasion.FIX_AVAILABLE, letter);
			}
		}
		this.atOnce.send(SupportCaseModel.PATCH_DELIVERED, waiting);
	}

	private static Map<String, Object> passing(String letter) {
		Map<String, Object> values = new HashMap<>();
		resolution(letter).forEach((name, value) -> Answers.pass(values, name, value));
		return values;
	}

	private void told(CaseNumber number, DefectNumber defect, String release) {
		this.casework.note(number, What.DELIVERED, Actors.current(), defect + " in " + release);
	}

	private static Map<String, Object> resolution(String letter) {
		return Map.of("resolutionKind", ResolutionKind.FIX.code(), "message", letter);
	}

	private String letter(CaseFile file, Map<String, Object> facts) {
		return this.letters.text(Occasion.FIX_AVAILABLE, file, facts);
	}

}
