package org.tierline.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Visibility;
import org.tierline.cases.Word;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a technician's browser keeps here: drafts, and that it has the case open. */
@RestController
@RequestMapping("/api/cases/{number}")
@Tag(name = "Case tab")
class WorkplaceController {

	private static final List<String> KINDS = List.of("public", "internal");

	private static final List<String> DOINGS = List.of("looking", "writing", "gone");

	private final Cases cases;

	private final Drafts drafts;

	private final Presences presences;

	private final Clock clock;

	WorkplaceController(Cases cases, Drafts drafts, Presences presences, Clock clock) {
		this.cases = cases;
		this.drafts = drafts;
		this.presences = presences;
		this.clock = clock;
	}

	@PutMapping("/draft")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Keep what is written and not sent", description = "An empty body drops it")
	void keep(@PathVariable String number, @RequestBody DraftRequest request, Authentication who) {
		CaseNumber known = this.cases.get(Numbers.read(number)).number();
		new Fields().oneOf("kind", request.kind(), KINDS).text("body", request.body(), Fields.LONGEST).check();
		Visibility kind = Word.of(Visibility.class, request.kind());
		if (request.body() == null || request.body().isBlank()) {
			this.drafts.drop(known, who.getName(), kind);
		}
		else {
			this.drafts.keep(known, who.getName(), new Drafts.Draft(kind, request.body()));
		}
	}

	@PutMapping("/presence")
	@Operation(summary = "Tell that the case is open in a browser, and hear who else has it open",
			description = "To be told every 10 seconds; believed for 30")
	Presence tell(@PathVariable String number, @RequestBody PresenceRequest request, Authentication who) {
		CaseNumber known = Numbers.read(number);
		String version = this.cases.version(known);
		new Fields().oneOf("doing", request.doing(), DOINGS).required("seat", request.seat(), 36).check();
		if (request.doing().equals("gone")) {
			this.presences.gone(known, who.getName(), request.seat());
		}
		else {
			this.presences.seen(known, who.getName(), request.seat(), request.doing());
		}
		return new Presence(this.clock.instant(), version, this.presences.others(known, who.getName()));
	}

	/** A box of the tab and its text. */
	@Schema(name = "Draft", example = """
			{"kind": "public", "body": "Dear Kim, "}""")
	record DraftRequest(String kind, String body) {
	}

	/** A browser tab (any word that stays the same) and what is done in it. */
	@Schema(name = "PresenceOfMine", example = """
			{"seat": "5d1c", "doing": "looking"}""")
	record PresenceRequest(String seat, String doing) {
	}

	/** Who else is there, and whether the case has something new. */
	@Schema(name = "Presence")
	record Presence(Instant now, String version, List<Presences.Present> present) {
	}

}
