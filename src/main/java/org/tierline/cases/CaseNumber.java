package org.tierline.cases;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The number by which customers and staff find a case in every channel (R4): SC-100001
 * and up.
 */
public record CaseNumber(@JsonValue String value) {

	private static final Pattern FORM = Pattern.compile("SC-[1-9][0-9]{5,17}");

	public CaseNumber {
		if (value == null || !FORM.matcher(value).matches()) {
			throw new IllegalArgumentException("not a case number: " + value);
		}
	}

	/** The number of the case with that key in the database. */
	public static CaseNumber of(long id) {
		return new CaseNumber("SC-" + id);
	}

	/** Reads what a person or program wrote; empty if it cannot be a case number. */
	public static Optional<CaseNumber> parse(String text) {
		return Optional.ofNullable(text).filter((t) -> FORM.matcher(t).matches()).map(CaseNumber::new);
	}

	/** The key in the database. */
	public long id() {
		return Long.parseLong(this.value.substring(3));
	}

	/** The keys of many, as a parameter of a query. */
	public static Long[] ids(Collection<CaseNumber> numbers) {
		return numbers.stream().map(CaseNumber::id).toArray(Long[]::new);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
