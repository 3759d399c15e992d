package org.tierline.intake.code;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.tierline.patches.DefectLink;
import org.tierline.patches.DefectLinks;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.Defects;
import org.tierline.patches.NoSuchDefect;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The way back: from a defect to its code. */
@RestController
@Tag(name = "Defects")
class DefectLinksController {

	private final Defects defects;

	private final DefectLinks links;

	DefectLinksController(Defects defects, DefectLinks links) {
		this.defects = defects;
		this.links = links;
	}

	@GetMapping("/api/defects/{number}/links")
	@Operation(summary = "Commits, merges and tags that name the defect, oldest first")
	List<DefectLink> links(@PathVariable String number) {
		DefectNumber known = DefectNumber.parse(number).orElseThrow(() -> new NoSuchDefect(number));
		return this.links.of(this.defects.get(known).number());
	}

}
