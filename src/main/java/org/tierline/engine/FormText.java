package org.tierline.engine;

import java.util.stream.Collectors;

/** Text of strangers for the Markdown of a form's text components. */
public final class FormText {

	private static final String HARD_SPACE = "&#160;";

	private FormText() {
	}

	/**
	 * The text as it was written: no mark-up, link or image of a customer comes to life
	 * on a technician's screen. Line breaks and indents stay.
	 */
	public static String escape(String text) {
		return (text != null) ? text.lines().map(FormText::line).collect(Collectors.joining("\n")) : "";
	}

	private static String line(String line) {
		String body = line.stripLeading();
		String indent = HARD_SPACE.repeat(line.length() - body.length());
		return indent + body.codePoints().mapToObj(FormText::character).collect(Collectors.joining());
	}

	// An entity is never mark-up, so everything that could be any becomes one.
	private static String character(int codePoint) {
		if (Character.isLetterOrDigit(codePoint) || codePoint == ' ' || codePoint > 0x7f) {
			return Character.toString(codePoint);
		}
		return Character.isISOControl(codePoint) ? " " : "&#" + codePoint + ";";
	}

}
