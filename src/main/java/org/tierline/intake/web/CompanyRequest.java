package org.tierline.intake.web;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.groups.Default;

import org.tierline.cases.FieldProblem;
import org.tierline.customers.CompanyRefused;
import org.tierline.customers.Plan;
import org.tierline.customers.Site;

/** A company with its plan and site; what is left out has its default. */
@Schema(name = "NewCompany", example = CompanyRequest.EXAMPLE)
record CompanyRequest(
		@NotBlank(message = "is required", groups = CompanyRequest.Addition.class) @Text(max = 200,
				optional = true) String name,
		@NotNull(message = "is required") @Pattern(regexp = Words.PLAN, message = Words.ONE_OF) String plan,
		Boolean priorityUpdates, SiteRequest site) implements Ruled {

	static final String EXAMPLE = """
			{"name": "Delta Radio", "plan": "premium", "priorityUpdates": false, "site": {"timeZone": "Europe/Berlin",
			"country": "DE", "hours": {"monday": ["09:00-12:00", "13:00-17:00"]}, "holidays": ["2026-12-24"]}}""";

	Plan chosenPlan() {
		return Plan.of(this.plan);
	}

	/** The name that a known company is to have, or null: it stays. */
	String newName() {
		return (this.name != null && !this.name.isBlank()) ? this.name.strip() : null;
	}

	boolean hasPriorityUpdates() {
		return Boolean.TRUE.equals(this.priorityUpdates);
	}

	Site chosenSite(ZoneId defaultZone) {
		return site(this.site, defaultZone);
	}

	static Site site(SiteRequest site, ZoneId defaultZone) {
		return (site != null) ? Site.of(site.timeZone, site.country, site.hours, site.holidays, defaultZone)
				: Site.standard(defaultZone);
	}

	@Override
	public List<FieldProblem> problems() {
		return problems(this.site);
	}

	static List<FieldProblem> problems(SiteRequest site) {
		try {
			site(site, ZoneOffset.UTC);
			return List.of();
		}
		catch (CompanyRefused ex) {
			return ex.problems().stream().map((one) -> new FieldProblem(one.field(), one.message())).toList();
		}
	}

	/** A new company needs a name; a known one is named by the path. */
	interface Addition extends Default {

	}

	/** Where the company works. */
	@Schema(name = "Site")
	record SiteRequest(String timeZone, String country, Map<String, List<String>> hours, List<String> holidays) {
	}

}
