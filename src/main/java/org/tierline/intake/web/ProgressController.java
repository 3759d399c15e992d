package org.tierline.intake.web;

import java.time.Instant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.InputRefused;
import org.tierline.lifecycle.DefectProgress;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.ProgressNotes;
import org.tierline.patches.ProgressRequests;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What customers are told of a defect while they wait. */
@RestController
@RequestMapping("/api/defects/{number}/progress")
@Tag(name = "Defects")
class ProgressController {

	private static final int LONGEST_KEY = 255;

	private final DefectProgress progress;

	ProgressController(DefectProgress progress) {
		this.progress = progress;
	}

	@GetMapping
	@Operation(summary = "Read the progress report as it would go out now",
			description = "report is what the customer of the case in reportOf would read; null: nobody waits")
	ProgressView read(@PathVariable String number) {
		return view(DefectsController.number(number));
	}

	@PutMapping
	@Operation(summary = "Write for customers where the defect stands",
			description = "The note stands in the place of what the state says, until the state changes or a new one is "
					+ "written. version: that of the answer you have read, so that nobody's note is lost (409)")
	ProgressView write(@PathVariable String number, @Valid @RequestBody NoteRequest request) {
		DefectNumber defect = DefectsController.number(number);
		this.progress.write(defect, request.text().strip(), blankToNull(request.version()));
		return view(defect);
	}

	@DeleteMapping
	@Operation(summary = "Take the note back: what the state says counts again",
			description = "version: that of the answer you have read")
	ProgressView takeBack(@PathVariable String number, @RequestParam(required = false) String version) {
		DefectNumber defect = DefectsController.number(number);
		this.progress.write(defect, null, blankToNull(version));
		return view(defect);
	}

	@PostMapping("/reports")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Tell everybody who waits now",
			description = "Each case is told once, in one mail for all cases of a recipient, and its next report is due "
					+ "one update target later. The same Idempotency-Key asks once")
	TellingView tell(@PathVariable String number,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		if (key != null && key.length() > LONGEST_KEY) {
			throw new InputRefused("Idempotency-Key", "is longer than " + LONGEST_KEY + " characters");
		}
		return TellingView.of(this.progress.tell(DefectsController.number(number), blankToNull(key)));
	}

	private ProgressView view(DefectNumber number) {
		return ProgressView.of(this.progress.of(number));
	}

	private static String blankToNull(String text) {
		return (text != null && !text.isBlank()) ? text : null;
	}

	/** A note for customers; {@code version} as it was read, or null. */
	@Schema(name = "ProgressNote", example = """
			{"text": "We have found the cause and test a fix with two customers.", "version": null}""")
	record NoteRequest(@Text(max = 5_000) String text, @Text(max = 100, optional = true) String version) {
	}

	/** The report as it would go out now; note, reportOf, report and told may be null. */
	@Schema(name = "Progress")
	record ProgressView(DefectNumber defect, DefectState state, ProgressNotes.Note note, String version, int waiting,
			CaseNumber reportOf, String report, TellingView told) {

		static ProgressView of(DefectProgress.Preview preview) {
			return new ProgressView(preview.number(), preview.state(), preview.note().orElse(null), preview.version(),
					preview.waiting(), preview.example().orElse(null), preview.report().orElse(null),
					preview.last().map(TellingView::of).orElse(null));
		}

	}

	/** Who wanted everybody to be told, how many waited, and how many have been told. */
	@Schema(name = "ProgressTelling")
	record TellingView(long id, DefectNumber defect, Instant at, String who, int cases, int told, int open) {

		static TellingView of(ProgressRequests.Request request) {
			return new TellingView(request.id(), request.defect(), request.at(), request.who(), request.cases(),
					request.told(), request.open());
		}

	}

}
