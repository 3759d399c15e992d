package org.tierline.lifecycle;

import java.util.Map;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Status;
import org.tierline.patches.CaseDefects;
import org.tierline.patches.DefectNumber;

import org.springframework.stereotype.Component;

/** There will be no patch: cases return to Tier 2. */
@Component
class ReturnedCases {

	private final Cases cases;

	private final CaseMessages messages;

	private final CaseDefects ties;

	ReturnedCases(Cases cases, CaseMessages messages, CaseDefects ties) {
		this.cases = cases;
		this.messages = messages;
		this.ties = ties;
	}

	void giveBack(CaseNumber number, DefectNumber defect, String who, String why) {
		boolean waits = this.cases.lock(number).status() == Status.WAITING_FOR_PATCH;
		this.ties.untie(number, who, why);
		if (waits) {
			this.messages.send(number, SupportCaseModel.DEFECT_REJECTED, Map.of("reason", defect + " " + why));
		}
	}

}
