package org.tierline.desk;

import java.util.ArrayList;
import java.util.List;

import org.tierline.cases.FieldProblem;
import org.tierline.cases.InputRefused;

/** Collects every wrong field of a body before it is refused. */
final class Fields {

	/** As long as a message may be. */
	static final int LONGEST = 20_000;

	private final List<FieldProblem> problems = new ArrayList<>();

	/** Anything that can be stored, also nothing. */
	Fields text(String field, String value, int max) {
		if (value != null && value.length() > max) {
			wrong(field, "is longer than " + max + " characters");
		}
		if (value != null && value.indexOf(0) >= 0) {
			wrong(field, "has a NUL character");
		}
		return this;
	}

	Fields required(String field, String value, int max) {
		if (value == null || value.isBlank()) {
			wrong(field, "is required");
		}
		return text(field, value, max);
	}

	Fields oneOf(String field, String value, List<String> words) {
		if (!words.contains(value)) {
			wrong(field, "must be one of " + String.join(", ", words));
		}
		return this;
	}

	Fields wrong(String field, String message) {
		this.problems.add(new FieldProblem(field, message));
		return this;
	}

	void check() {
		if (!this.problems.isEmpty()) {
			throw new InputRefused(this.problems);
		}
	}

}
