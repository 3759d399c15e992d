package org.tierline.engine;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads a form as Camunda Modeler writes it (schema version 16). What we cannot check we
 * refuse to read, rather than wave its answers through.
 */
final class FormFile {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final Set<String> NO_ANSWER = Set.of("text", "html", "image", "spacer", "separator", "button",
			"iframe", "table", "default");

	// The address rule of form-js, so that browser and server agree; programs may name
	// internationalised domains besides.
	private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?";

	private static final Pattern EMAIL = Pattern
		.compile("^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]++@" + LABEL + "(?:\\." + LABEL + ")*+$");

	private static final Pattern PHONE = Pattern.compile("^(?:\\+|00)[0-9]{4,15}$");

	private final String name;

	private final List<FormField> fields = new ArrayList<>();

	private FormFile(String name) {
		this.name = name;
	}

	/**
	 * The form in a file.
	 * @throws IllegalArgumentException when it is no form, or has parts we cannot check
	 */
	static TaskForm read(String name, byte[] content) {
		FormFile file = new FormFile(name);
		file.readAll(file.parse(content).path("components"), List.of());
		return new TaskForm(name, file.fields);
	}

	/** The id by which tasks name the form. */
	static String id(String name, byte[] content) {
		return new FormFile(name).parse(content).path("id").asText();
	}

	private JsonNode parse(byte[] content) {
		try {
			JsonNode form = JSON.readTree(content);
			if (form.path("id").asText().isEmpty() || !form.path("components").isArray()) {
				throw new IllegalArgumentException("The form " + this.name + " has no id or no components");
			}
			return form;
		}
		catch (IOException ex) {
			throw new IllegalArgumentException("The form " + this.name + " is not JSON", ex);
		}
	}

	private void readAll(JsonNode components, List<String> hiddenIf) {
		components.forEach((component) -> read(component, withOwnCondition(component, hiddenIf)));
	}

	private static List<String> withOwnCondition(JsonNode component, List<String> around) {
		String hide = component.path("conditional").path("hide").asText("");
		List<String> all = new ArrayList<>(around);
		if (hide.startsWith("=")) {
			all.add(hide.substring(1));
		}
		return all;
	}

	private void read(JsonNode component, List<String> hiddenIf) {
		String type = component.path("type").asText();
		if ("group".equals(type) && component.path("path").asText("").isEmpty()) {
			readAll(component.path("components"), hiddenIf);
		}
		else if (!NO_ANSWER.contains(type) && !component.path("disabled").asBoolean(false)) {
			this.fields.add(field(component, type, hiddenIf));
		}
	}

	private FormField field(JsonNode component, String type, List<String> hiddenIf) {
		String key = component.path("key").asText();
		if (key.isEmpty() || key.contains(".")) {
			throw unsupported(type + " with the key '" + key + "'");
		}
		boolean required = component.path("validate").path("required").asBoolean(false);
		return new FormField(key, required, rule(component, type, required), hiddenIf);
	}

	private AnswerRule rule(JsonNode component, String type, boolean required) {
		return switch (type) {
			case "textfield", "textarea" -> text(component.path("validate"));
			case "radio", "select" -> choice(component);
			case "checkbox" -> new CheckboxAnswer(required);
			case "number" -> number(component.path("validate"));
			case "datetime" -> moment(component);
			default -> throw unsupported(type);
		};
	}

	private TextAnswer text(JsonNode validate) {
		int min = length(validate, "minLength", 0);
		int max = length(validate, "maxLength", Integer.MAX_VALUE);
		return switch (validate.path("validationType").asText("custom")) {
			case "email" -> new TextAnswer(min, max, EMAIL, "must be an e-mail address");
			case "phone" -> new TextAnswer(min, max, PHONE, "must be a phone number such as +493066404040");
			default ->
				new TextAnswer(min, max, pattern(validate), "must look like " + validate.path("pattern").asText());
		};
	}

	private int length(JsonNode validate, String limit, int none) {
		JsonNode value = validate.path(limit);
		if (value.isMissingNode() || value.isNull()) {
			return none;
		}
		if (!value.isInt()) {
			throw unsupported("a computed " + limit);
		}
		return value.intValue();
	}

	private static Pattern pattern(JsonNode validate) {
		String pattern = validate.path("pattern").asText("");
		return pattern.isEmpty() ? null : Pattern.compile(pattern);
	}

	private AnswerRule choice(JsonNode component) {
		String expression = component.path("valuesExpression").asText("");
		if (expression.startsWith("=")) {
			return new ComputedChoiceAnswer(expression.substring(1));
		}
		List<Object> values = new ArrayList<>();
		component.path("values").forEach((option) -> values.add(value(option)));
		if (values.isEmpty()) {
			throw unsupported("a choice without values");
		}
		return new ChoiceAnswer(values);
	}

	private Object value(JsonNode option) {
		JsonNode value = option.isObject() ? option.path("value") : option;
		if (!value.isValueNode() || value.isNull()) {
			throw unsupported("the option " + option);
		}
		return JSON.convertValue(value, Object.class);
	}

	private static NumberAnswer number(JsonNode validate) {
		return new NumberAnswer(decimal(validate.path("min")), decimal(validate.path("max")));
	}

	private static BigDecimal decimal(JsonNode limit) {
		return limit.isNumber() ? limit.decimalValue() : null;
	}

	private MomentAnswer moment(JsonNode component) {
		if (!"datetime".equals(component.path("subtype").asText())) {
			throw unsupported("a date or a time alone");
		}
		return new MomentAnswer(component.path("disallowPassedDates").asBoolean(false));
	}

	private IllegalArgumentException unsupported(String what) {
		return new IllegalArgumentException("The form " + this.name + " cannot be checked: " + what);
	}

}
