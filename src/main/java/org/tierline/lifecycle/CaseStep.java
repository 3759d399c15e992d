package org.tierline.lifecycle;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.tierline.cases.CaseNumber;

/** A step of the process of a case. */
abstract class CaseStep implements JavaDelegate {

	@Override
	public final void execute(DelegateExecution execution) {
		CaseNumber number = new CaseNumber(execution.getProcessBusinessKey());
		Refusals.translate(() -> run(number, new Answers(execution)));
	}

	abstract void run(CaseNumber number, Answers answers);

}
