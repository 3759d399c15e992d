package org.tierline.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * One submission held against its form: every problem at once, or the answers as steps
 * read them.
 */
class FormCheck {

	// A name that a caller made up is repeated to him, but not at any length.
	private static final int LONGEST_NAME = 60;

	private final TaskForm form;

	private final Map<String, Object> submitted;

	private final FormSituation situation;

	private final List<Problem> problems = new ArrayList<>();

	private final Map<String, Object> answers = new HashMap<>();

	FormCheck(TaskForm form, Map<String, Object> submitted, Instant now, Supplier<Map<String, Object>> facts) {
		this.form = form;
		this.submitted = submitted;
		this.situation = new FormSituation(now, form.withGaps(present()), facts);
	}

	/** The answers that were given, by field. */
	Map<String, Object> answers() {
		return answers(List.of());
	}

	/**
	 * The answers that were given, by field.
	 * @param found problems that are known already, refused with those of the fields
	 */
	Map<String, Object> answers(List<Problem> found) {
		this.problems.addAll(found);
		refuseUnknownFields();
		this.form.fields().stream().filter(FormField::alwaysShown).forEach(this::checkShown);
		List<String> wrong = this.problems.stream().map(Problem::field).toList();
		this.form.fields().stream().filter((field) -> !field.alwaysShown()).forEach((field) -> check(field, wrong));
		if (!this.problems.isEmpty()) {
			throw new SubmissionRefused(this.problems);
		}
		return this.answers;
	}

	private Map<String, Object> present() {
		Map<String, Object> present = new HashMap<>(this.submitted);
		present.values().removeIf(FormCheck::empty);
		return present;
	}

	private static boolean empty(Object value) {
		return value == null || value instanceof String text && text.isBlank();
	}

	private void refuseUnknownFields() {
		this.submitted.keySet()
			.stream()
			.filter((key) -> !this.form.has(key))
			.forEach((key) -> refuse(shortened(key), "is not a field of this form"));
	}

	private static String shortened(String key) {
		String name = Objects.toString(key, "");
		return (name.length() > LONGEST_NAME) ? name.substring(0, LONGEST_NAME) + "..." : name;
	}

	// While the outcome is wrong nobody can say which fields it uses.
	private void check(FormField field, List<String> wrong) {
		if (wrong.stream().anyMatch(field::dependsOn)) {
			readIfGiven(field);
		}
		else if (field.shown(this.situation)) {
			checkShown(field);
		}
		else if (given(field)) {
			refuse(field.key(), "is not used by this outcome");
		}
	}

	private void checkShown(FormField field) {
		if (!given(field) && field.required()) {
			refuse(field.key(), "is missing");
		}
		readIfGiven(field);
	}

	private boolean given(FormField field) {
		return !empty(this.submitted.get(field.key()));
	}

	private void readIfGiven(FormField field) {
		if (given(field)) {
			read(field);
		}
	}

	private void read(FormField field) {
		try {
			this.answers.put(field.key(), field.rule().read(this.submitted.get(field.key()), this.situation));
		}
		catch (FieldRefused ex) {
			refuse(field.key(), ex.getMessage());
		}
	}

	private void refuse(String field, String message) {
		this.problems.add(new Problem(field, message));
	}

}
