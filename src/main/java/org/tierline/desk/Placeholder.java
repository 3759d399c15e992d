package org.tierline.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.tierline.cases.CaseFile;
import org.tierline.sla.Target;

/** What a canned text can say of a case, such as {@code {{contact.name}}}. */
enum Placeholder {

	NUMBER("number", (facts) -> facts.one().number().value()), SUBJECT("subject", (facts) -> facts.one().subject()),
	PRODUCT("product", (facts) -> facts.one().product()), COMPANY("company", (facts) -> facts.one().company()),
	SEVERITY("severity", (facts) -> String.valueOf(facts.one().severity())),
	CONTACT_NAME("contact.name", (facts) -> facts.one().contact().name()),
	CONTACT_EMAIL("contact.email", (facts) -> facts.one().contact().email()),
	TECHNICIAN("technician", CaseFacts::technician), DEFECT("defect", CaseFacts::defect),
	RESPONSE("response.dueAt", (facts) -> facts.due(Target.RESPONSE)),
	UPDATE("update.dueAt", (facts) -> facts.due(Target.UPDATE)),
	RESOLUTION("resolution.dueAt", (facts) -> facts.due(Target.RESOLUTION));

	private static final Pattern FORM = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

	private final String word;

	private final Function<CaseFacts, String> value;

	Placeholder(String word, Function<CaseFacts, String> value) {
		this.word = word;
		this.value = value;
	}

	/** All of them, for whoever writes a text. */
	static List<String> words() {
		return Arrays.stream(values()).map((one) -> one.word).toList();
	}

	/** The words between braces that are no placeholder, and braces that do not close. */
	static List<String> unknown(String body) {
		List<String> unknown = FORM.matcher(body)
			.results()
			.map((found) -> found.group(1))
			.filter((word) -> find(word).isEmpty())
			.distinct()
			.collect(Collectors.toList());
		String rest = FORM.matcher(body).replaceAll("");
		if (rest.contains("{{") || rest.contains("}}")) {
			unknown.add("{{ or }} without its other half");
		}
		return unknown;
	}

	/**
	 * The text with the case's facts. What the case has not got stays visible in square
	 * brackets, so that the technician sees it before the customer does.
	 */
	static String fill(String body, CaseFacts facts) {
		return FORM.matcher(body)
			.replaceAll((found) -> Matcher.quoteReplacement(
					find(found.group(1)).map((one) -> one.value.apply(facts)).orElse("[no " + found.group(1) + "]")));
	}

	private static Optional<Placeholder> find(String word) {
		return Arrays.stream(values()).filter((one) -> one.word.equals(word)).findFirst();
	}

	/** What a text is filled in with. */
	interface CaseFacts {

		CaseFile file();

		/** Login of whoever writes. */
		String technician();

		/** The case's defect, or null. */
		String defect();

		/** When that target is due, in the customer's zone, or null. */
		String due(Target target);

		default org.tierline.cases.SupportCase one() {
			return file().supportCase();
		}

	}

}
