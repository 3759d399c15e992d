package org.tierline.intake.web;

import io.swagger.v3.oas.annotations.media.Schema;

/** Why, where there is a reason. */
@Schema(name = "Reason", example = """
		{"reason": "it stops again"}""")
record ReasonRequest(@Text(max = 20_000, optional = true) String reason) {

	/** Null if there is none. */
	static String given(ReasonRequest request) {
		return (request == null || request.reason == null || request.reason.isBlank()) ? null : request.reason.strip();
	}

	static String of(ReasonRequest request) {
		return (request != null && request.reason != null && !request.reason.isBlank()) ? request.reason.strip()
				: "no reason given";
	}

}
