package org.tierline.lifecycle;

import org.tierline.cases.InputRefused;
import org.tierline.cases.StateForbids;
import org.tierline.engine.Problem;
import org.tierline.engine.SubmissionConflict;
import org.tierline.engine.SubmissionRefused;

/**
 * What a step refuses becomes what the engine's doors can say: a wrong field, or a
 * conflict.
 */
final class Refusals {

	private Refusals() {
	}

	static void translate(Runnable step) {
		try {
			step.run();
		}
		catch (InputRefused ex) {
			throw new SubmissionRefused(
					ex.problems().stream().map((problem) -> new Problem(problem.field(), problem.message())).toList());
		}
		catch (StateForbids ex) {
			throw new SubmissionConflict(ex.getMessage());
		}
	}

}
