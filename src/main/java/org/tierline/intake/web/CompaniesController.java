package org.tierline.intake.web;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

import org.tierline.cases.InputRefused;
import org.tierline.customers.Companies;
import org.tierline.customers.Company;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Companies over HTTP. */
@RestController
@RequestMapping("/api/companies")
@Tag(name = "Companies")
class CompaniesController {

	private static final int MOST = 200;

	private final Companies companies;

	private final ZoneId defaultZone;

	CompaniesController(Companies companies, @Value("${tierline.default-time-zone}") ZoneId defaultZone) {
		this.companies = companies;
		this.defaultZone = defaultZone;
	}

	@GetMapping
	@Operation(summary = "List companies by name")
	CompanyView.Page list(@RequestParam(defaultValue = "50") String limit,
			@RequestParam(required = false) String after) {
		int most = CaseQuery.number(limit, MOST).orElseThrow(() -> new InputRefused("limit", "must be 1 to " + MOST));
		List<Company> found = this.companies.list(after, most + 1);
		List<CompanyView> page = found.stream().limit(most).map(CompanyView::of).toList();
		return new CompanyView.Page(page, (found.size() > most) ? page.get(most - 1).name() : null);
	}

	@PostMapping
	@Operation(summary = "Add a company")
	ResponseEntity<CompanyView> add(@Validated(CompanyRequest.Addition.class) @RequestBody CompanyRequest request) {
		Company added = this.companies.add(request.name(), request.chosenPlan(), request.hasPriorityUpdates(),
				request.chosenSite(this.defaultZone));
		URI location = UriComponentsBuilder.fromPath("/api/companies/{name}")
			.build()
			.expand(added.name())
			.encode()
			.toUri();
		return ResponseEntity.created(location).body(CompanyView.of(added));
	}

	@GetMapping("/{name}")
	@Operation(summary = "Read a company")
	CompanyView read(@PathVariable String name) {
		return this.companies.find(name).map(CompanyView::of).orElseThrow(() -> new NoSuchCompany(name));
	}

	@PutMapping("/{name}")
	@Operation(summary = "Change plan, priority updates and site",
			description = "A name in the body must be the name in the path")
	CompanyView change(@PathVariable String name, @Valid @RequestBody CompanyRequest request) {
		if (request.name() != null && !request.name().strip().equalsIgnoreCase(name.strip())) {
			throw new InputRefused("name", "cannot be changed");
		}
		return this.companies
			.change(name, request.chosenPlan(), request.hasPriorityUpdates(), request.chosenSite(this.defaultZone))
			.map(CompanyView::of)
			.orElseThrow(() -> new NoSuchCompany(name));
	}

	/** There is no company of that name. */
	static class NoSuchCompany extends RuntimeException {

		NoSuchCompany(String name) {
			super("There is no company " + name);
		}

	}

}
