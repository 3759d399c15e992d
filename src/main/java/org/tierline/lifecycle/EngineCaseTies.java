package org.tierline.lifecycle;

import java.util.Map;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Casework;
import org.tierline.cases.StateForbids;
import org.tierline.cases.Status;
import org.tierline.cases.SupportCase;
import org.tierline.cases.Tier;
import org.tierline.cases.What;
import org.tierline.patches.CaseDefects;
import org.tierline.patches.Defect;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectWork;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ties in the engine: the case is locked first, then the defects, as in every step.
 */
@Service
@Transactional
class EngineCaseTies implements CaseTies {

	private static final String FIELD = "defect";

	private final Cases cases;

	private final Casework casework;

	private final CaseMessages messages;

	private final CaseDefects ties;

	private final DefectWork work;

	private final Tying tying;

	EngineCaseTies(Cases cases, Casework casework, CaseMessages messages, CaseDefects ties, DefectWork work,
			Tying tying) {
		this.cases = cases;
		this.casework = casework;
		this.messages = messages;
		this.ties = ties;
		this.work = work;
		this.tying = tying;
	}

	@Override
	public void tie(CaseNumber number, String defect, String reason) {
		SupportCase supportCase = this.cases.lock(number);
		switch (supportCase.status()) {
			case OPEN, WAITING_FOR_CUSTOMER -> handOver(supportCase, defect, reason);
			case WAITING_FOR_PATCH, RESOLVED, CLOSED -> tieTo(supportCase, defect, reason);
			default -> throw forbidden(supportCase, "it waits for nothing any more");
		}
	}

	private void handOver(SupportCase supportCase, String defect, String reason) {
		if (supportCase.tier() != Tier.TWO) {
			throw forbidden(supportCase, "in Tier 1 it is escalated first");
		}
		DefectNumber known = this.tying.lock(supportCase.number(), defect, FIELD);
		this.messages.send(supportCase.number(), SupportCaseModel.DEFECT_TIED,
				Map.of("defectNumber", known.value(), "reason", reason));
	}

	private void tieTo(SupportCase supportCase, String defect, String reason) {
		CaseNumber number = supportCase.number();
		DefectNumber known = this.tying.lock(number, defect, FIELD);
		if (!this.work.waits(known, number)) {
			Defect tied = this.tying.tie(number, known.value(), reason, FIELD);
			this.casework.note(number, What.DEFECT_LINKED, Actors.current(), Tying.words(tied, reason));
			this.tying.bring(supportCase, tied);
		}
	}

	@Override
	public void untie(CaseNumber number, String reason) {
		SupportCase supportCase = this.cases.lock(number);
		DefectNumber defect = this.ties.of(number).orElseThrow(() -> forbidden(supportCase, "it is tied to no defect"));
		this.ties.untie(number, Actors.current(), reason);
		if (supportCase.status() == Status.WAITING_FOR_PATCH) {
			this.messages.send(number, SupportCaseModel.DEFECT_UNTIED, Map.of("reason", defect + ": " + reason));
		}
	}

	private static StateForbids forbidden(SupportCase supportCase, String why) {
		return new StateForbids("Case " + supportCase.number() + " is " + supportCase.status().code() + ": " + why);
	}

}
