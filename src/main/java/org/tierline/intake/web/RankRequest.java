package org.tierline.intake.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/** What a release manager decides instead of the table. */
@Schema(name = "Rank", example = """
		{"rank": 1, "vehicle": "hotfix", "track": "accelerated", "reason": "promised to the board"}""")
record RankRequest(
		@Schema(description = "1 comes first; null: the table patch-priority decides") @Min(value = 1,
				message = "must be 1 to 99") @Max(value = 99, message = "must be 1 to 99") Integer rank,
		@Schema(description = "null: the table decides") @Pattern(regexp = "hotfix|patch|service-pack",
				message = Words.ONE_OF) String vehicle,
		@Schema(description = "null: the table decides") @Pattern(regexp = "regular|accelerated",
				message = Words.ONE_OF) String track,
		@Text(max = 2_000) String reason) {
}
