package org.tierline.lifecycle;

import java.time.Clock;
import java.util.Date;
import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.tierline.cases.Casework;
import org.tierline.cases.Channel;
import org.tierline.cases.InputRefused;
import org.tierline.cases.Opening;
import org.tierline.cases.SupportCase;
import org.tierline.cases.Tier;

import org.springframework.stereotype.Component;

/** Validates, numbers and stores the case; its number becomes the business key (R4). */
@Component
class RegisterCase implements JavaDelegate {

	private final Casework casework;

	private final Clock clock;

	RegisterCase(Casework casework, Clock clock) {
		this.casework = casework;
		this.clock = clock;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Opening opening = submitted(execution);
		SupportCase registered = this.casework.register(opening, who(opening));
		execution.setProcessBusinessKey(registered.number().value());
		Answers answers = new Answers(execution);
		CaseVariables.keep(answers, registered);
		CaseVariables.passTo(answers, Tier.ONE);
		CaseVariables.passAssessment(answers, registered.impact(), registered.urgency(), registered.plan());
		wishCall(answers, registered, opening);
	}

	private static String who(Opening opening) {
		return (opening.channel() == Channel.EMAIL) ? Actors.currentOr(opening.contact().email()) : Actors.current();
	}

	private void wishCall(Answers answers, SupportCase registered, Opening opening) {
		if (opening.callBackAt() != null) {
			this.casework.wishCall(registered.number(), opening.callBackAt());
			answers.pass("callBackAt", Date.from(opening.callBackAt()));
			answers.pass("callWished", true);
		}
	}

	@SuppressWarnings("unchecked")
	private Opening submitted(DelegateExecution execution) {
		try {
			return StartForm.opening((Map<String, Object>) execution.getVariable("submission"), this.clock.instant());
		}
		catch (InputRefused ex) {
			throw StartForm.refused(ex);
		}
	}

}
