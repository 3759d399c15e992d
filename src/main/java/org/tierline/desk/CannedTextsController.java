package org.tierline.desk;

import java.net.URI;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.tierline.cases.CaseFile;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.customers.Companies;
import org.tierline.patches.CaseDefects;
import org.tierline.patches.DefectNumber;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** Answers to begin with: kept by supervisors, filled in for a case. */
@RestController
@Tag(name = "Canned texts")
class CannedTextsController {

	private final CannedTexts texts;

	private final Cases cases;

	private final Companies companies;

	private final CaseDefects ties;

	CannedTextsController(CannedTexts texts, Cases cases, Companies companies, CaseDefects ties) {
		this.texts = texts;
		this.cases = cases;
		this.companies = companies;
		this.ties = ties;
	}

	@GetMapping("/api/canned-texts")
	@Operation(summary = "All canned texts by name, and the placeholders they may have")
	Shelf all() {
		return new Shelf(this.texts.all(), Placeholder.words());
	}

	@PutMapping("/api/canned-texts/{name}")
	@Operation(summary = "Write a canned text", description = "201 for a new name; an unknown placeholder is refused")
	ResponseEntity<CannedTexts.CannedText> write(@PathVariable String name, @RequestBody TextRequest request,
			Authentication who) {
		check(name, request.body());
		boolean anew = this.texts.keep(name, request.body(), who.getName());
		CannedTexts.CannedText kept = find(name);
		URI location = UriComponentsBuilder.fromPath("/api/canned-texts/{name}").build(name);
		return anew ? ResponseEntity.created(location).body(kept) : ResponseEntity.ok(kept);
	}

	@DeleteMapping("/api/canned-texts/{name}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Drop a canned text")
	void drop(@PathVariable String name) {
		if (!this.texts.drop(name)) {
			throw unknown(name);
		}
	}

	@GetMapping("/api/cases/{number}/canned-texts/{name}")
	@Operation(summary = "A canned text with the facts of the case",
			description = "What the case has not got stays visible in square brackets; times are in the customer's zone")
	Filled fill(@PathVariable String number, @PathVariable String name, Authentication who) {
		CaseNumber known = Numbers.read(number);
		CaseFile file = this.cases.file(known);
		String defect = this.ties.of(known).map(DefectNumber::value).orElse(null);
		TextFacts facts = new TextFacts(file, this.companies.get(file.supportCase().companyId()).site().timeZone(),
				who.getName(), defect);
		return new Filled(name, Placeholder.fill(find(name).body(), facts));
	}

	private static void check(String name, String body) {
		Fields fields = new Fields().required("name", name, 100).required("body", body, Fields.LONGEST);
		if (!name.equals(name.strip())) {
			fields.wrong("name", "must not begin or end with a blank");
		}
		if (body != null) {
			Placeholder.unknown(body)
				.forEach((word) -> fields.wrong("body", "has the unknown placeholder " + word + "; known are "
						+ String.join(", ", Placeholder.words())));
		}
		fields.check();
	}

	private CannedTexts.CannedText find(String name) {
		return this.texts.find(name).orElseThrow(() -> unknown(name));
	}

	private static ResponseStatusException unknown(String name) {
		return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no canned text " + name);
	}

	/** What a text says. */
	@Schema(name = "CannedTextBody", example = """
			{"body": "Dear {{contact.name}}, thank you for your call about {{number}}."}""")
	record TextRequest(String body) {
	}

	/** A text ready to be sent. */
	@Schema(name = "FilledText")
	record Filled(String name, String body) {
	}

	/** All texts and all placeholders. */
	@Schema(name = "CannedTexts")
	record Shelf(List<CannedTexts.CannedText> texts, List<String> placeholders) {
	}

}
