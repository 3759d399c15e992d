package org.tierline.intake.web;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

import org.tierline.patches.Description;

/** What a defect is called from now on, and why. */
@Schema(name = "DefectDescription", example = """
		{"title": "Player stops after 60 s", "product": "Player", "affectedVersions": ["12.0", "12.1"],
		"reason": "found in 12.1 too"}""")
record DescriptionRequest(@Text(max = 200) String title, @Text(max = 200, optional = true) String product,
		List<String> affectedVersions, @Text(max = 2_000) String reason) {

	Description read() {
		List<String> versions = (this.affectedVersions != null)
				? this.affectedVersions.stream().filter((one) -> one != null && !one.isBlank()).toList() : List.of();
		return new Description(this.title, this.product, versions).checked();
	}

}
