package org.tierline.engine;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

import org.springframework.stereotype.Component;

/**
 * The form file is the rule: the engine itself never looks at what is submitted. Answers
 * become transient variables, one per field, empty ones {@code null}: a step reads every
 * field of the form, 20,000 characters long if need be, and an answer of an earlier round
 * never counts.
 */
@Component
class FormChecks {

	/** The one transient variable with all fields of a start form. */
	static final String SUBMISSION = "submission";

	private final DeployedForms forms;

	private final FactsOfTasks facts;

	private final Clock clock;

	FormChecks(DeployedForms forms, FactsOfTasks facts, Clock clock) {
		this.forms = forms;
		this.facts = facts;
		this.clock = clock;
	}

	/** The answers to a task, as variables for its steps. */
	VariableMap answers(TaskEntity task, Map<String, Object> variables, CommandContext context) {
		TaskForm form = this.forms.of(task, context);
		FormCheck check = new FormCheck(form, Submitted.values(variables), this.clock.instant(),
				() -> this.facts.of(task));
		VariableMap answers = Variables.createVariables();
		form.withGaps(check.answers()).forEach((key, value) -> answers.putValue(key, passing(value)));
		return answers;
	}

	/**
	 * What starts a process that has a start form: one variable, whatever the door.
	 * @param shortCuts what the caller wants besides the form's fields, refused with them
	 */
	Optional<VariableMap> start(ProcessDefinitionEntity definition, Map<String, Object> variables,
			List<Problem> shortCuts, CommandContext context) {
		return this.forms.of(definition, context)
			.map((form) -> new FormCheck(form, Submitted.values(variables), this.clock.instant(), Map::of))
			.map((check) -> Variables.createVariables().putValue(SUBMISSION, passing(check.answers(shortCuts))));
	}

	private static Object passing(Object value) {
		return Variables.untypedValue(value, true);
	}

}
