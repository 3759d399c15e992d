package org.tierline.lifecycle;

import java.util.Map;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;
import org.tierline.sla.SlaTargets;

import org.springframework.stereotype.Component;

/** From here on the customer holds our promise (R8). */
@Component
class StartClocks extends CaseStep {

	private final Casework casework;

	StartClocks(Casework casework) {
		this.casework = casework;
	}

	@Override
	void run(CaseNumber number, Answers answers) {
		this.casework.promise(number, severity(answers), targets(answers));
	}

	static int severity(Answers answers) {
		return ((Number) answers.execution().getVariable("severity")).intValue();
	}

	/** What the table promises; the row is read once and not kept with the process. */
	static SlaTargets targets(Answers answers) {
		Map<?, ?> row = (Map<?, ?>) answers.execution().getVariable("targets");
		answers.execution().removeVariable("targets");
		return SlaTable.read(row).of(answers.tableVersion(SupportCaseModel.SLA_TARGETS));
	}

}
