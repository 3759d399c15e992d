package org.tierline.intake.mail;

import io.swagger.v3.oas.annotations.media.Schema;

import org.tierline.cases.InputRefused;

/** Why nothing is to be done about a mail. */
@Schema(name = "Dismissal", example = """
		{"reason": "an advertisement"}""")
record Dismissal(String reason) {

	private static final int LONGEST = 2000;

	/** The reason, in a form that can be kept. */
	String checked() {
		if (this.reason == null || this.reason.isBlank()) {
			throw new InputRefused("reason", "is required");
		}
		if (this.reason.length() > LONGEST) {
			throw new InputRefused("reason", "has more than " + LONGEST + " characters");
		}
		return Headers.clean(this.reason).strip();
	}

}
