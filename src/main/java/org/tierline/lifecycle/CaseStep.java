package org.tierline.lifecycle;

import java.util.stream.Collectors;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.InputRefused;
import org.tierline.cases.StateForbids;
import org.tierline.engine.Problem;
import org.tierline.engine.SubmissionConflict;
import org.tierline.engine.SubmissionRefused;

/**
 * A step of the process of a case. What the case refuses becomes what the engine's doors
 * can say: a wrong field, or a conflict.
 */
abstract class CaseStep implements JavaDelegate {

	@Override
	public final void execute(DelegateExecution execution) {
		try {
			run(new CaseNumber(execution.getProcessBusinessKey()), new Answers(execution));
		}
		catch (InputRefused ex) {
			throw new SubmissionRefused(ex.problems()
				.stream()
				.map((problem) -> new Problem(problem.field(), problem.message()))
				.collect(Collectors.toList()));
		}
		catch (StateForbids ex) {
			throw new SubmissionConflict(ex.getMessage());
		}
	}

	abstract void run(CaseNumber number, Answers answers);

}
