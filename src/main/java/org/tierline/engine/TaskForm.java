package org.tierline.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A deployed form, read as the rule for what may be submitted with it. */
record TaskForm(String name, List<FormField> fields) {

	/** A task without a form asks nothing, so it takes nothing. */
	static final TaskForm NONE = new TaskForm("none", List.of());

	TaskForm {
		fields = List.copyOf(fields);
	}

	boolean has(String key) {
		return this.fields.stream().anyMatch((field) -> field.key().equals(key));
	}

	/** Every field of the form with its answer; {@code null} where it was left empty. */
	Map<String, Object> withGaps(Map<String, Object> answers) {
		Map<String, Object> all = new HashMap<>();
		this.fields.forEach((field) -> all.put(field.key(), answers.get(field.key())));
		return all;
	}

}
