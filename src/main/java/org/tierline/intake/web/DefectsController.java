package org.tierline.intake.web;

import java.util.List;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

import org.tierline.cases.InputRefused;
import org.tierline.cases.Word;
import org.tierline.lifecycle.KnownDefects;
import org.tierline.lifecycle.PatchPipeline;
import org.tierline.patches.Defect;
import org.tierline.patches.DefectFilter;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.Defects;
import org.tierline.patches.NoSuchDefect;
import org.tierline.patches.Track;
import org.tierline.patches.Vehicle;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Defects over HTTP: read, described, ranked and merged; the pipeline's tasks do the
 * rest.
 */
@RestController
@RequestMapping("/api/defects")
@Tag(name = "Defects")
class DefectsController {

	private static final int HISTORY = 200;

	private final Defects defects;

	private final PatchPipeline pipeline;

	private final KnownDefects known;

	DefectsController(Defects defects, PatchPipeline pipeline, KnownDefects known) {
		this.defects = defects;
		this.pipeline = pipeline;
		this.known = known;
	}

	@GetMapping
	@Operation(summary = "List defects, newest first",
			description = "q searches number, title, product and versions; planned: whether a release is to bring it")
	Page list(@RequestParam(required = false) String state, @RequestParam(required = false) String product,
			@RequestParam(required = false) String severity, @RequestParam(required = false) String track,
			@RequestParam(required = false) String vehicle, @RequestParam(required = false) String release,
			@RequestParam(required = false) String planned, @RequestParam(required = false) String q,
			@RequestParam(required = false) String limit, @RequestParam(required = false) String after) {
		PageQuery query = new PageQuery();
		DefectFilter filter = new DefectFilter(
				query.one("state", state, (word) -> Word.find(DefectState.class, word), "is not a state"),
				query.one("product", product, DefectsController::text, "has a NUL character"),
				query.one("severity", severity, (text) -> CaseQuery.number(text, 4), "must be 1 to 4"),
				query.one("track", track, (word) -> Word.find(Track.class, word), "is not a track"),
				query.one("vehicle", vehicle, (word) -> Word.find(Vehicle.class, word), "is not a vehicle"),
				query.one("release", release, DefectsController::text, "has a NUL character"),
				query.one("planned", planned, DefectsController::flag, "must be true or false"),
				query.one("q", q, DefectsController::text, "has a NUL character"));
		DefectNumber from = query.one("after", after, DefectNumber::parse, "is not a defect number such as DF-1001");
		int most = query.limit(limit);
		query.refuseWrong();
		List<Defect> found = this.defects.list(filter, from, most + 1);
		return new Page(PageQuery.page(found, most), PageQuery.next(found, most, Defect::number));
	}

	@GetMapping("/{number}")
	@Operation(summary = "Read a defect, how far its fix has come, and what happened to it",
			description = "A duplicate is rejected and names the defect that its cases went to: mergedInto")
	DefectView read(@PathVariable String number) {
		return view(number(number));
	}

	@PutMapping("/{number}")
	@Operation(summary = "Describe a defect anew")
	DefectView describe(@PathVariable String number, @Valid @RequestBody DescriptionRequest request) {
		DefectNumber found = this.defects.get(number(number)).number();
		this.known.describe(found, request.read(), request.reason().strip());
		return view(found);
	}

	@PutMapping("/{number}/workaround")
	@Operation(summary = "Keep what helps until the patch is there",
			description = "Every case that waits is told it as a public message of yours; each new wording once")
	DefectView keepWorkaround(@PathVariable String number, @Valid @RequestBody WorkaroundRequest request) {
		DefectNumber found = this.defects.get(number(number)).number();
		this.known.keepWorkaround(found, request.workaround().strip());
		return view(found);
	}

	@PostMapping("/{number}/merger")
	@Operation(summary = "Merge a duplicate into another defect",
			description = "Its work ends, and its cases go to the other one, which is ranked anew")
	DefectView merge(@PathVariable String number, @Valid @RequestBody DefectMergerRequest request) {
		DefectNumber merged = this.defects.get(number(number)).number();
		this.known.merge(merged, request.survivor(), request.reason().strip());
		return view(merged);
	}

	@PutMapping("/{number}/rank")
	@Operation(summary = "Overrule a defect's rank, vehicle and track",
			description = "It stands until it is overruled anew; what is null the table patch-priority decides")
	DefectView rank(@PathVariable String number, @Valid @RequestBody RankRequest request) {
		DefectNumber ranked = number(number);
		this.pipeline.overrule(ranked, request.rank(), word(Vehicle.class, request.vehicle()),
				word(Track.class, request.track()), request.reason().strip());
		return view(ranked);
	}

	private DefectView view(DefectNumber number) {
		Defect defect = this.defects.get(number);
		DefectNumber survivor = (defect.mergedInto() != null) ? this.defects.survivor(number) : null;
		return DefectView.of(defect, survivor, this.defects.ruling(number).orElse(null), this.defects.progress(number),
				this.defects.history(number, HISTORY));
	}

	private static <E extends Enum<E> & Word> E word(Class<E> type, String code) {
		return (code != null) ? Word.of(type, code) : null;
	}

	private static Optional<String> text(String text) {
		return Optional.of(text).filter((t) -> t.indexOf(0) < 0);
	}

	private static Optional<Boolean> flag(String text) {
		return Optional.of(text).filter((t) -> t.equals("true") || t.equals("false")).map(Boolean::valueOf);
	}

	/** What cannot be a number is the number of no defect. */
	static DefectNumber number(String text) {
		return DefectNumber.parse(text).orElseThrow(() -> new NoSuchDefect(text));
	}

	/** A page of defects; {@code next} is what to pass as {@code after}, or null. */
	@Schema(name = "DefectPage")
	record Page(List<Defect> defects, DefectNumber next) {
	}

	/** What helps until the patch is there. */
	@Schema(name = "Workaround", example = """
			{"workaround": "Switch subtitles off."}""")
	record WorkaroundRequest(@Text(max = 20_000) String workaround) {
	}

	/** The defect that this one is a duplicate of. */
	@Schema(name = "DefectMerger", example = """
			{"into": "DF-1001", "reason": "the same decoder"}""")
	record DefectMergerRequest(@Text(max = 30) String into, @Text(max = 2_000) String reason) {

		DefectNumber survivor() {
			return DefectNumber.parse(this.into.strip())
				.orElseThrow(() -> new InputRefused("into", "is not the number of a defect"));
		}

	}

}
