package org.tierline.patches;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.tierline.cases.FieldProblem;
import org.tierline.cases.InputRefused;

/**
 * What a defect is called and where it is found.
 *
 * @param product or null
 * @param affectedVersions of the product; empty: not known
 */
public record Description(String title, String product, List<String> affectedVersions) {

	private static final int LONGEST = 200;

	private static final int VERSIONS = 500;

	public Description {
		affectedVersions = List.copyOf(affectedVersions);
	}

	/** Versions as people write them: separated by commas, semicolons or lines. */
	public static List<String> versions(String text) {
		return (text == null) ? List.of()
				: Arrays.stream(text.split("[,;\\r\\n]+")).map(String::strip).filter((one) -> !one.isEmpty()).toList();
	}

	/** As one text; null: not known. */
	String versionText() {
		return this.affectedVersions.isEmpty() ? null : String.join(", ", this.affectedVersions);
	}

	/**
	 * The same without blanks around.
	 * @throws InputRefused naming every wrong field
	 */
	public Description checked() {
		Description tidy = new Description(tidy(this.title), tidy(this.product), versions(versionText()));
		List<FieldProblem> problems = new ArrayList<>();
		if (tidy.title == null) {
			problems.add(new FieldProblem("title", "is required"));
		}
		check(problems, "title", tidy.title, LONGEST);
		check(problems, "product", tidy.product, LONGEST);
		check(problems, "affectedVersions", tidy.versionText(), VERSIONS);
		if (!problems.isEmpty()) {
			throw new InputRefused(problems);
		}
		return tidy;
	}

	private static void check(List<FieldProblem> problems, String field, String text, int most) {
		if (text != null && text.codePointCount(0, text.length()) > most) {
			problems.add(new FieldProblem(field, "is longer than " + most + " characters"));
		}
		if (text != null && text.indexOf(0) >= 0) {
			problems.add(new FieldProblem(field, "has a NUL character"));
		}
	}

	private static String tidy(String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

}
