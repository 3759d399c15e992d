package org.tierline.intake.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** How Tier 1 and Tier 2 share the case. */
@Schema(name = "Handoff", example = """
		{"mode": "together"}""")
record HandoffRequest(
		@NotNull(message = "is required") @Pattern(regexp = "direct|together", message = Words.ONE_OF) String mode) {
}
