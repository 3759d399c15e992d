package org.tierline.lifecycle;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.tierline.patches.DefectNumber;

/** A step of the process of a defect. */
abstract class PipelineStep implements JavaDelegate {

	@Override
	public final void execute(DelegateExecution execution) {
		DefectNumber number = new DefectNumber(execution.getProcessBusinessKey());
		Refusals.translate(() -> run(number, new Answers(execution)));
	}

	abstract void run(DefectNumber number, Answers answers);

}
