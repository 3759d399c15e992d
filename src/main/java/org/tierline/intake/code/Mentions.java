package org.tierline.intake.code;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.tierline.patches.DefectNumber;

/**
 * The defects that a text names.
 *
 * @param fixed those it says it fixes, as in "Fixes DF-1001, DF-1002 and DF-1003"
 * @param all those and the ones that are merely named
 */
record Mentions(Set<DefectNumber> fixed, Set<DefectNumber> all) {

	private static final String NUMBER = "DF-[1-9][0-9]{3,17}\\b";

	private static final Pattern FIXED = Pattern.compile("\\b(?:fix(?:e[sd])?|close[sd]?|resolve[sd]?):?\\s+(" + NUMBER
			+ "(?:(?:\\s*,|\\s+and|\\s*,\\s*and)\\s+" + NUMBER + ")*)", Pattern.CASE_INSENSITIVE);

	private static final Pattern ANY = Pattern.compile("\\b" + NUMBER, Pattern.CASE_INSENSITIVE);

	static Mentions in(String text) {
		Set<DefectNumber> fixed = new LinkedHashSet<>();
		Matcher claims = FIXED.matcher(text);
		while (claims.find()) {
			fixed.addAll(numbers(claims.group(1)));
		}
		return new Mentions(fixed, numbers(text));
	}

	private static Set<DefectNumber> numbers(String text) {
		Set<DefectNumber> numbers = new LinkedHashSet<>();
		Matcher matcher = ANY.matcher(text);
		while (matcher.find()) {
			numbers.add(new DefectNumber(matcher.group().toUpperCase(Locale.ROOT)));
		}
		return numbers;
	}

}
