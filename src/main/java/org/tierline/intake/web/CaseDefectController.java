package org.tierline.intake.web;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.lifecycle.CaseTies;
import org.tierline.patches.SimilarDefects;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The defect of a case over HTTP: found, tied and untied. */
@RestController
@RequestMapping("/api/cases/{number}")
@Tag(name = "Cases")
class CaseDefectController {

	private static final int BEST = 5;

	private final Cases cases;

	private final CaseTies ties;

	private final SimilarDefects similar;

	private final CaseViews views;

	CaseDefectController(Cases cases, CaseTies ties, SimilarDefects similar, CaseViews views) {
		this.cases = cases;
		this.ties = ties;
		this.similar = similar;
		this.views = views;
	}

	@GetMapping("/similar-defects")
	@Operation(summary = "Known defects that the case may be about, best first",
			description = "By its words and those of the parameter words, such as the title of a new defect")
	List<SimilarDefects.Similar> similar(@PathVariable String number, @RequestParam(required = false) String words) {
		String asked = new PageQuery().one("words", words,
				(text) -> java.util.Optional.of(text.substring(0, Math.min(text.length(), 2_000)).replace('\0', ' ')),
				"cannot be read");
		return this.similar.to(this.cases.get(NoSuchNumber.read(number)), asked, BEST);
	}

	@PutMapping("/defect")
	@Operation(summary = "Tie the case to a known defect",
			description = "A case in Tier 2 waits for the patch from now on, one in Tier 3 for this defect instead of "
					+ "its own; a resolved or closed one gets the fix as a letter. What is out already is delivered at once")
	CaseView tie(@PathVariable String number, @Valid @RequestBody TieRequest request) {
		CaseNumber known = NoSuchNumber.read(number);
		this.ties.tie(known, request.defect(), request.reason().strip());
		return this.views.of(known);
	}

	@PostMapping("/untying")
	@Operation(summary = "Untie the case from its defect",
			description = "A case that waits for the patch goes back to Tier 2")
	CaseView untie(@PathVariable String number, @Valid @RequestBody UntyingRequest request) {
		CaseNumber known = NoSuchNumber.read(number);
		this.ties.untie(known, request.reason().strip());
		return this.views.of(known);
	}

	/** The defect that a case is about. */
	@Schema(name = "Tie", example = """
			{"defect": "DF-1001", "reason": "the same codec"}""")
	record TieRequest(@Text(max = 30) String defect, @Text(max = 2_000) String reason) {
	}

	/** Why the case is not about its defect. */
	@Schema(name = "Untying", example = """
			{"reason": "another player"}""")
	record UntyingRequest(@Text(max = 2_000) String reason) {
	}

}
