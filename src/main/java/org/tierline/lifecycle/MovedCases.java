package org.tierline.lifecycle;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Casework;
import org.tierline.cases.What;
import org.tierline.patches.Defect;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectWork;

import org.springframework.stereotype.Component;

/** A case goes from a duplicate to the defect that stays; both are locked before. */
@Component
class MovedCases {

	private final Cases cases;

	private final Casework casework;

	private final DefectWork work;

	private final Tying tying;

	private final ReturnedCases returned;

	MovedCases(Cases cases, Casework casework, DefectWork work, Tying tying, ReturnedCases returned) {
		this.cases = cases;
		this.casework = casework;
		this.work = work;
		this.tying = tying;
		this.returned = returned;
	}

	void move(CaseNumber number, DefectNumber duplicate, Defect survivor, String who) {
		boolean waits = this.work.waits(duplicate, number);
		if (waits && this.tying.useless(number, survivor)) {
			this.returned.giveBack(number, survivor.number(), who,
					"is the same as " + duplicate + ", and its fix has reached this case already");
			return;
		}
		this.work.move(duplicate, survivor.number(), number);
		this.casework.note(number, What.DEFECT_UNLINKED, who, duplicate + ": merged into " + survivor.number());
		this.casework.note(number, What.DEFECT_LINKED, who, Tying.words(survivor, null));
		if (waits) {
			this.tying.bring(this.cases.lock(number), survivor);
		}
	}

}
