package org.tierline.intake.code;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads what may be missing: payloads grow and shrink with the hosts' versions. */
final class Json {

	/** A line of a person, not a book: in characters. */
	private static final int LONGEST_TITLE = 300;

	private Json() {
	}

	/**
	 * The text at a path such as {@code "repository.default_branch"}; empty if there is
	 * none. What no database stores is left out.
	 */
	static String text(JsonNode node, String path) {
		return node.at("/" + path.replace('.', '/')).asText("").replace("\0", "");
	}

	/** The first of these paths that says anything. */
	static String first(JsonNode node, String... paths) {
		for (String path : paths) {
			String text = text(node, path);
			if (!text.isBlank()) {
				return text;
			}
		}
		return "";
	}

	/**
	 * The first line, which hosts show as the title; the rest of a long one is left out.
	 */
	static String title(String message) {
		String line = message.strip().lines().findFirst().orElse("");
		return line.codePoints()
			.limit(LONGEST_TITLE)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
