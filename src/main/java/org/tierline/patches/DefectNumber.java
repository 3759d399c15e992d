package org.tierline.patches;

import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonValue;

/** The number of a defect: DF-1001 and up. */
public record DefectNumber(@JsonValue String value) {

	private static final Pattern FORM = Pattern.compile("DF-[1-9][0-9]{3,17}");

	public DefectNumber {
		if (value == null || !FORM.matcher(value).matches()) {
			throw new IllegalArgumentException("not a defect number: " + value);
		}
	}

	public static DefectNumber of(long id) {
		return new DefectNumber("DF-" + id);
	}

	/** Reads what a person or program wrote; empty if it cannot be a defect number. */
	public static Optional<DefectNumber> parse(String text) {
		return Optional.ofNullable(text).filter((t) -> FORM.matcher(t).matches()).map(DefectNumber::new);
	}

	/** The key in the database. */
	public long id() {
		return Long.parseLong(this.value.substring(3));
	}

	@Override
	public String toString() {
		return this.value;
	}

}
