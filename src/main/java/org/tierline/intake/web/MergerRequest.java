package org.tierline.intake.web;

import io.swagger.v3.oas.annotations.media.Schema;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.InputRefused;

/** The case in which the customer is served from now on. */
@Schema(name = "Merger", example = """
		{"into": "SC-100001"}""")
record MergerRequest(@Text(max = 30) String into) {

	CaseNumber survivor() {
		return CaseNumber.parse(this.into.strip())
			.orElseThrow(() -> new InputRefused("into", "is not the number of a case"));
	}

}
