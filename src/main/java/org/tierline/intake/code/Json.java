package org.tierline.intake.code;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads what may be missing: payloads grow and shrink with the hosts' versions. */
final class Json {

	private Json() {
	}

	/**
	 * The text at a path such as {@code "repository.default_branch"}; empty if there is
	 * none.
	 */
	static String text(JsonNode node, String path) {
		return node.at("/" + path.replace('.', '/')).asText("");
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

	/** The first line, which hosts show as the title. */
	static String title(String message) {
		return message.strip().lines().findFirst().orElse("");
	}

}
