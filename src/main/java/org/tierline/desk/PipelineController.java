package org.tierline.desk;

import java.util.List;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.tierline.cases.Word;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.NoSuchDefect;
import org.tierline.patches.Pipeline;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the board of the pipeline reads. */
@RestController
@RequestMapping("/api/pipeline")
@Tag(name = "Board")
class PipelineController {

	private final PipelineDesk desk;

	PipelineController(PipelineDesk desk) {
		this.desk = desk;
	}

	@GetMapping
	@Operation(summary = "The pipeline at a glance",
			description = "The first defects of each state, what comes first first, and the releases to come")
	PipelineView pipeline(@RequestParam(required = false) String q, @RequestParam(required = false) String slipping,
			Authentication who) {
		return this.desk.of(filter(q, slipping), Me.of(who));
	}

	@GetMapping("/{state}")
	@Operation(summary = "More defects of a state", description = "after: next of the page before")
	PipelineView.Page more(@PathVariable String state, @RequestParam(required = false) String after,
			@RequestParam(required = false) String q, @RequestParam(required = false) String slipping) {
		DefectState known = Word.find(DefectState.class, state)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no state " + state));
		Fields wrong = new Fields();
		Optional<DefectNumber> from = DefectNumber.parse(after);
		if (after != null && from.isEmpty()) {
			wrong.wrong("after", "is not a defect number such as DF-1001");
		}
		wrong.check();
		return this.desk.more(known, filter(q, slipping), from.orElse(null));
	}

	@GetMapping("/defects/{number}/cases")
	@Operation(summary = "The cases that wait for a defect's fix", description = "The first 50, oldest tie first")
	List<DeskView.Line> waiting(@PathVariable String number) {
		return this.desk.waiting(DefectNumber.parse(number).orElseThrow(() -> new NoSuchDefect(number)));
	}

	private static Pipeline.Filter filter(String q, String slipping) {
		new Fields().text("q", q, 200).check();
		return new Pipeline.Filter((q != null && !q.isBlank()) ? q : null, "true".equals(slipping));
	}

}
