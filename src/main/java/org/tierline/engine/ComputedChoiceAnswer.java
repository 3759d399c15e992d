package org.tierline.engine;

import java.util.List;
import java.util.Map;

/** A choice whose values depend on the facts, such as the status of the case. */
record ComputedChoiceAnswer(String expression) implements AnswerRule {

	@Override
	public Object read(Object value, FormSituation situation) throws FieldRefused {
		List<?> options = (situation.evaluate(this.expression) instanceof List<?> list) ? list : List.of();
		return ChoiceAnswer.pick(options.stream().map(ComputedChoiceAnswer::value).toList(), value);
	}

	private static Object value(Object option) {
		return (option instanceof Map<?, ?> labelled) ? labelled.get("value") : option;
	}

}
