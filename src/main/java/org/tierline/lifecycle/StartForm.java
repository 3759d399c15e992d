package org.tierline.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.tierline.cases.Channel;
import org.tierline.cases.FieldProblem;
import org.tierline.cases.Impact;
import org.tierline.cases.InputRefused;
import org.tierline.cases.Opening;
import org.tierline.cases.Urgency;
import org.tierline.cases.Word;
import org.tierline.customers.Contact;
import org.tierline.engine.Problem;
import org.tierline.engine.SubmissionRefused;

/** The start form of a case, {@code open-case}, between its fields and an opening. */
final class StartForm {

	private StartForm() {
	}

	static Map<String, Object> fields(Opening opening) {
		Map<String, Object> fields = new HashMap<>();
		fields.put("company", opening.company());
		fields.put("contactName", opening.contact().name());
		fields.put("contactEmail", opening.contact().email());
		fields.put("contactPhone", opening.contact().phone());
		fields.put("product", opening.product());
		fields.put("subject", opening.subject());
		fields.put("details", opening.details());
		fields.put("impact", opening.impact().code());
		fields.put("urgency", opening.urgency().code());
		fields.put("channel", opening.channel().code());
		fields.put("callBackAt", (opening.callBackAt() != null) ? opening.callBackAt().toString() : null);
		fields.values().removeIf((value) -> value == null);
		return fields;
	}

	/**
	 * The opening that was submitted. A process owner may have loosened the form: what a
	 * case cannot do without is asked for here again.
	 */
	static Opening opening(Map<String, Object> fields, Instant now) {
		Reader reader = new Reader((fields != null) ? fields : Map.of(), new ArrayList<>());
		Contact contact = new Contact(reader.required("contactName"), reader.required("contactEmail"),
				reader.text("contactPhone"));
		Opening opening = new Opening(reader.required("company"), contact, reader.text("product"),
				reader.required("subject"), reader.required("details"), reader.word("impact", Impact.class),
				reader.word("urgency", Urgency.class),
				(reader.text("channel") != null) ? reader.word("channel", Channel.class) : Channel.API,
				reader.ahead("callBackAt", now));
		reader.refuse();
		return opening;
	}

	/** The refusal in the words of the start form. */
	static SubmissionRefused refused(InputRefused ex) {
		return new SubmissionRefused(
				ex.problems().stream().map((problem) -> new Problem(problem.field(), problem.message())).toList());
	}

	/** The refusal in the words of the API: contactEmail is contact.email there. */
	static InputRefused refused(SubmissionRefused ex) {
		return new InputRefused(ex.problems()
			.stream()
			.map((problem) -> new FieldProblem(path(problem.field()), problem.message()))
			.toList());
	}

	private static String path(String field) {
		return field.startsWith("contact") ? "contact." + field.substring(7).toLowerCase(java.util.Locale.ROOT) : field;
	}

	private record Reader(Map<String, Object> fields, List<FieldProblem> problems) {

		String text(String field) {
			return (this.fields.get(field) instanceof String text && !text.isBlank()) ? text : null;
		}

		String required(String field) {
			String text = text(field);
			if (text == null) {
				this.problems.add(new FieldProblem(field, "is required"));
			}
			return text;
		}

		<E extends Enum<E> & Word> E word(String field, Class<E> type) {
			return Word.find(type, text(field)).orElseGet(() -> {
				this.problems.add(new FieldProblem(field, "is not one of the choices"));
				return null;
			});
		}

		Instant ahead(String field, Instant now) {
			Instant wished = Answers.instant(field, this.fields.get(field));
			if (wished != null && !wished.isAfter(now)) {
				this.problems.add(new FieldProblem(field, "must be in the future"));
			}
			return wished;
		}

		void refuse() {
			if (!this.problems.isEmpty()) {
				throw new InputRefused(this.problems);
			}
		}

	}

}
