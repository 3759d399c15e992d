package org.tierline.engine;

/**
 * What is wrong with one field of a submission, in words a person can act on.
 *
 * @param field the field's key in the form, such as {@code outcome}
 * @param message what is wrong, such as "is missing"
 */
public record Problem(String field, String message) {

	@Override
	public String toString() {
		return this.field + " " + this.message;
	}

}
