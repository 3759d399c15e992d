package org.tierline.intake.web;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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
	CompanyView.Page list(@RequestParam(defaultValue = "50") String limit, @RequestParam(required = false) String after,
			@Parameter(description = "Only the company of that name") @RequestParam(required = false) String name) {
		if (name != null) {
			return new CompanyView.Page(this.companies.find(name).map(CompanyView::of).stream().toList(), null);
		}
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
		return ResponseEntity.created(location(added.name())).body(CompanyView.of(added));
	}

	/** Some names fit into no path: a proxy or we ourselves would turn them away. */
	private static URI location(String name) {
		boolean fits = name.matches("[^/\\\\;%]*[^/\\\\;%.][^/\\\\;%]*");
		return UriComponentsBuilder.fromPath("/api/companies" + (fits ? "/{name}" : ""))
			.query(fits ? null : "name={name}")
			.encode()
			.buildAndExpand(name)
			.toUri();
	}

	@GetMapping("/{name}")
	@Operation(summary = "Read a company")
	CompanyView read(@PathVariable String name) {
		return this.companies.find(name).map(CompanyView::of).orElseThrow(() -> new NoSuchCompany(name));
	}

	@PutMapping("/{name}")
	@Operation(summary = "Change name, plan, priority updates and site",
			description = "It is verified by that. Another name in the body renames it; the former one still finds it")
	CompanyView change(@PathVariable String name, @Valid @RequestBody CompanyRequest request) {
		return this.companies
			.change(name, request.newName(), request.chosenPlan(), request.hasPriorityUpdates(),
					request.chosenSite(this.defaultZone))
			.map(CompanyView::of)
			.orElseThrow(() -> new NoSuchCompany(name));
	}

	@PutMapping(params = "name")
	@Operation(summary = "Change a company whose name fits into no path, such as A/B")
	CompanyView changeNamed(@RequestParam String name, @Valid @RequestBody CompanyRequest request) {
		return change(name, request);
	}

	/** There is no company of that name. */
	static class NoSuchCompany extends RuntimeException {

		NoSuchCompany(String name) {
			super("There is no company " + name);
		}

	}

}
