package org.tierline.intake.web;

import io.swagger.v3.oas.annotations.media.Schema;

/** Why a release is taken back. */
@Schema(name = "ReleaseWithdrawal", example = """
		{"reason": "it damages recordings"}""")
record WithdrawalRequest(@Text(max = 2_000) String reason) {
}
