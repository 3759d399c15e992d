package org.tierline.engine;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A text field or text area. Lengths are counted without the blanks around the text, as
 * the form counts them in the browser.
 *
 * @param pattern what must occur in the text, or {@code null}
 * @param saying how a text that does not match is refused
 */
record TextAnswer(int minLength, int maxLength, Pattern pattern, String saying) implements AnswerRule {

	@Override
	public String read(Object value, FormSituation situation) throws FieldRefused {
		if (!(value instanceof String text)) {
			throw new FieldRefused("must be text");
		}
		String stripped = text.strip();
		checkCharacters(stripped);
		checkLength(stripped);
		checkPattern(stripped);
		return stripped;
	}

	// PostgreSQL stores no NUL, and half of a pair as a question mark.
	private void checkCharacters(String text) throws FieldRefused {
		if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
			throw new FieldRefused("has a character that cannot be stored");
		}
	}

	private void checkLength(String text) throws FieldRefused {
		int length = text.codePointCount(0, text.length());
		if (length > this.maxLength) {
			throw new FieldRefused("may have at most " + this.maxLength + " characters");
		}
		if (length < this.minLength) {
			throw new FieldRefused("must have at least " + this.minLength + " characters");
		}
	}

	private void checkPattern(String text) throws FieldRefused {
		if (this.pattern != null && !this.pattern.matcher(text).find()) {
			throw new FieldRefused(this.saying);
		}
	}

}
