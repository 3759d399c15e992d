package org.tierline.lifecycle;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A step of the process of a release. */
abstract class ReleaseStep implements JavaDelegate {

	@Override
	public final void execute(DelegateExecution execution) {
		Refusals.translate(() -> run(execution.getProcessBusinessKey(), new Answers(execution)));
	}

	abstract void run(String release, Answers answers);

}
