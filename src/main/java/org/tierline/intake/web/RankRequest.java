package org.tierline.intake.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** A rank given by hand. */
@Schema(name = "Rank", example = """
		{"rank": 1, "reason": "promised to the board"}""")
record RankRequest(
		@Schema(description = "1 comes first; null: the table patch-priority decides again") @Min(value = 1,
				message = "must be 1 to 99") @Max(value = 99, message = "must be 1 to 99") Integer rank,
		@Text(max = 2_000) String reason) {
}
