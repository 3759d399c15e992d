package org.tierline.intake.web;

import java.util.List;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Hit;
import org.tierline.cases.Search;
import org.tierline.cases.Status;
import org.tierline.cases.SupportCase;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search over HTTP: the best first, with where the words stand. */
@RestController
@Tag(name = "Cases")
class SearchController {

	private static final String NOTHING = "\0";

	private final Search search;

	SearchController(Search search) {
		this.search = search;
	}

	@GetMapping("/api/search")
	@Operation(summary = "Search cases, best first",
			description = "q: words of number, subject, company, details or conversation; the last may be the beginning "
					+ "of one. hit is safe HTML with the words in <mark>")
	View search(@RequestParam(required = false) String q, @RequestParam(required = false) String limit) {
		PageQuery query = new PageQuery();
		String words = query.one("q", (q != null && !q.isBlank()) ? q : NOTHING, SearchController::words,
				"is required");
		int most = query.limit(limit);
		query.refuseWrong();
		return new View(this.search.find(words, most).stream().map(HitView::of).toList());
	}

	private static Optional<String> words(String text) {
		return Optional.of(text).filter((t) -> t.indexOf(0) < 0);
	}

	/** What was found. */
	@Schema(name = "SearchResult")
	record View(List<HitView> hits) {
	}

	/** A case that was found; {@code message} is the one that was hit, or null. */
	@Schema(name = "Hit")
	record HitView(CaseNumber number, Status status, Integer severity, String company, String subject, Long message,
			double rank, String hit) {

		static HitView of(Hit hit) {
			SupportCase one = hit.supportCase();
			return new HitView(one.number(), one.status(), one.severity(), one.company(), one.subject(), hit.message(),
					hit.rank(), hit.html());
		}

	}

}
