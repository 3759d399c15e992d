package org.tierline.intake.web;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.tierline.cases.Word;
import org.tierline.lifecycle.PatchPipeline;
import org.tierline.patches.Defect;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.Defects;
import org.tierline.patches.NoSuchDefect;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Defects over HTTP, to be read and ranked: the pipeline's tasks change them. */
@RestController
@RequestMapping("/api/defects")
@Tag(name = "Defects")
class DefectsController {

	private final Defects defects;

	private final PatchPipeline pipeline;

	DefectsController(Defects defects, PatchPipeline pipeline) {
		this.defects = defects;
		this.pipeline = pipeline;
	}

	@GetMapping
	@Operation(summary = "List defects, newest first")
	Page list(@RequestParam(required = false) String state, @RequestParam(required = false) String limit,
			@RequestParam(required = false) String after) {
		PageQuery query = new PageQuery();
		DefectState wanted = query.one("state", state, (word) -> Word.find(DefectState.class, word), "is not a state");
		DefectNumber from = query.one("after", after, DefectNumber::parse, "is not a defect number such as DF-1001");
		int most = query.limit(limit);
		query.refuseWrong();
		List<Defect> found = this.defects.list(wanted, from, most + 1);
		return new Page(PageQuery.page(found, most), PageQuery.next(found, most, Defect::number));
	}

	@GetMapping("/{number}")
	@Operation(summary = "Read a defect")
	Defect read(@PathVariable String number) {
		return this.defects.get(number(number));
	}

	@PutMapping("/{number}/rank")
	@Operation(summary = "Overrule a defect's rank",
			description = "It stands until another is given; null: the table patch-priority decides again")
	Defect rank(@PathVariable String number, @Valid @RequestBody RankRequest request) {
		this.pipeline.rank(number(number), request.rank(), request.reason().strip());
		return this.defects.get(number(number));
	}

	/** What cannot be a number is the number of no defect. */
	static DefectNumber number(String text) {
		return DefectNumber.parse(text).orElseThrow(() -> new NoSuchDefect(text));
	}

	/** A page of defects; {@code next} is what to pass as {@code after}, or null. */
	@Schema(name = "DefectPage")
	record Page(List<Defect> defects, DefectNumber next) {
	}

}
