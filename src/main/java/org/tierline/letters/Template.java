package org.tierline.letters;

import java.util.Map;

import com.samskivert.mustache.Mustache;

/** The subject and the text of an occasion's letters, as their file has them. */
record Template(com.samskivert.mustache.Template subject, com.samskivert.mustache.Template text) {

	private static final String SUBJECT = "Subject:";

	/** A name that is not known is a mistake; one that is known may have no value. */
	static final Mustache.Compiler PLAIN = Mustache.compiler().escapeHTML(false).nullValue("");

	/**
	 * Reads a file: the line with the subject, an empty line, the text.
	 * @throws RuntimeException if it is not of that form
	 */
	static Template read(String file) {
		String[] parts = file.replace("\r\n", "\n").split("\n", 2);
		if (!parts[0].startsWith(SUBJECT) || parts.length < 2) {
			throw new IllegalArgumentException("the first line must begin with " + SUBJECT);
		}
		return new Template(PLAIN.compile(parts[0].substring(SUBJECT.length()).strip()),
				PLAIN.compile(parts[1].strip()));
	}

	String subject(Map<String, Object> facts) {
		return this.subject.execute(facts).replaceAll("\\s+", " ").strip();
	}

	/** Sections that say nothing leave no gaps behind. */
	String text(Map<String, Object> facts) {
		return this.text.execute(facts).replaceAll("\n{3,}", "\n\n").strip();
	}

}
