package org.tierline.intake.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** A new assessment of a case. */
@Schema(name = "Assessment", example = """
		{"impact": "everyone", "urgency": "stopped", "reason": "the whole site is affected"}""")
record AssessmentRequest(
		@NotNull(message = "is required") @Pattern(regexp = Words.IMPACT, message = Words.ONE_OF) String impact,
		@NotNull(message = "is required") @Pattern(regexp = Words.URGENCY, message = Words.ONE_OF) String urgency,
		@Text(max = 20_000) String reason) {
}
