package org.tierline.intake.web;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

/** By which ways a group hears, as it was written. */
@Schema(name = "ContactWays", example = WaysRequest.EXAMPLE)
record WaysRequest(List<String> mail, String webHook,
		@Schema(accessMode = Schema.AccessMode.WRITE_ONLY) String secret) {

	static final String EXAMPLE = """
			{"mail": ["oncall@example.com"], "webHook": "https://chat.example.com/hooks/tierline",
			"secret": "a long random text"}""";

	List<String> addresses() {
		return (this.mail != null) ? this.mail : List.of();
	}

	String hook() {
		return (this.webHook != null && !this.webHook.isBlank()) ? this.webHook.strip() : null;
	}

	/** No secret in any text that is made of this. */
	@Override
	public String toString() {
		return "contact ways";
	}

}
