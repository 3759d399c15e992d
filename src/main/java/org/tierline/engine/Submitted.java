package org.tierline.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.FileValue;
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
			VariableMap typed = Variables.createVariables();
			variables.forEach(typed::putValue);
			typed.keySet().forEach((name) -> values.put(name, value(typed.getValueTyped(name))));
		}
		return values;
	}

	// A caller's serialized object is never read: reading it would be running it.
	private static Object value(TypedValue typed) {
		if (typed instanceof SerializableValue object && !object.isDeserialized() || typed instanceof FileValue) {
			return FOREIGN;
		}
		return (typed != null) ? typed.getValue() : null;
	}

}
