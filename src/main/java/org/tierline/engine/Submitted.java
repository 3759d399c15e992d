package org.tierline.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Takes the values out of what the engine's callers hand in, typed or not. */
final class Submitted {

	/** Stands for a file or a serialized object: no field takes one. */
	static final Object FOREIGN = new Object() {

		@Override
		public String toString() {
			return "a file or an object";
		}

	};

	private Submitted() {
	}

	/** For calls that take no answers. */
	static void refuseAny(Map<String, ?> variables) {
		new FormCheck(TaskForm.NONE, values(variables), Instant.EPOCH, Map::of).answers();
	}

	static Map<String, Object> values(Map<String, ?> variables) {
		Map<String, Object> values = new HashMap<>();
		if (variables != null) {
			VariableMap typed = typed(variables);
			typed.keySet().forEach((name) -> values.put(name, value(typed.getValueTyped(name))));
		}
		return values;
	}

	// Going through the entries of an engine's map would read the caller's objects.
	private static VariableMap typed(Map<String, ?> variables) {
		if (variables instanceof VariableMap already) {
			return already;
		}
		VariableMap typed = Variables.createVariables();
		variables.forEach(typed::putValue);
		return typed;
	}

	// A caller's serialized object is never read: reading it would be running it.
	private static Object value(TypedValue typed) {
		if (typed instanceof FileValue || typed instanceof SerializableValue object && !plain(object)) {
			return FOREIGN;
		}
		return (typed != null) ? typed.getValue() : null;
	}

	private static boolean plain(SerializableValue object) {
		return object instanceof ObjectValue && object.isDeserialized();
	}

}
