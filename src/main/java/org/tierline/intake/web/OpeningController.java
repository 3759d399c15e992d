package org.tierline.intake.web;

import java.net.URI;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Cases are opened over HTTP, with files or without. */
@RestController
@RequestMapping("/api/cases")
@Tag(name = "Cases")
class OpeningController {

	private final Openings openings;

	OpeningController(Openings openings) {
		this.openings = openings;
	}

	@PostMapping
	@Operation(summary = "Open a case",
			description = "An unknown company is created with plan standard, unverified. callBackAt asks for a call first.")
	ResponseEntity<CaseView> open(@Valid @RequestBody OpeningRequest request, Authentication who, @Parameter(
			description = "For 24 hours the same key and body answer the first case again (200)") @RequestHeader(
					name = "Idempotency-Key", required = false) String key) {
		return answer(this.openings.open(request, List.of(), who.getName(), key));
	}

	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@Operation(summary = "Open a case with files",
			description = "Part case is the JSON, each part files a file of up to 25 MB, 50 MB together")
	ResponseEntity<CaseView> open(@Valid @RequestPart("case") OpeningRequest request,
			@RequestPart(name = "files", required = false) List<MultipartFile> files, Authentication who,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		return answer(this.openings.open(request, (files != null) ? files : List.of(), who.getName(), key));
	}

	private static ResponseEntity<CaseView> answer(Openings.Opened opened) {
		CaseView view = opened.view();
		URI location = URI.create("/api/cases/" + view.number());
		return opened.anew() ? ResponseEntity.created(location).body(view)
				: ResponseEntity.ok().location(location).body(view);
	}

}
