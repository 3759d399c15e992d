package org.tierline.engine;

import java.util.List;
import java.util.stream.Collectors;

/** Radio buttons or a drop-down: one of the form's values, of the value's own type. */
record ChoiceAnswer(List<Object> values) implements AnswerRule {

	ChoiceAnswer {
		values = List.copyOf(values);
	}

	@Override
	public Object read(Object value, FormSituation situation) throws FieldRefused {
		return pick(this.values, value);
	}

	static Object pick(List<?> values, Object value) throws FieldRefused {
		if (!values.contains(value)) {
			throw new FieldRefused("must be one of " + inWords(values));
		}
		return value;
	}

	private static String inWords(List<?> values) {
		String words = values.stream().map(String::valueOf).collect(Collectors.joining(", "));
		return values.contains(Boolean.TRUE) ? words + " (a JSON boolean)" : words;
	}

}
