package org.tierline.intake.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.tierline.customers.Plan;
import org.tierline.customers.Site;

/** A company with its plan and site; what is left out has its default. */
@Schema(name = "NewCompany", example = CompanyRequest.EXAMPLE)
record CompanyRequest(@Text(max = 200, optional = true) String name,
		@NotNull(message = "is required") @Pattern(regexp = Words.PLAN, message = Words.ONE_OF) String plan,
		Boolean priorityUpdates, SiteRequest site) {

	static final String EXAMPLE = """
			{"name": "Delta Radio", "plan": "premium", "priorityUpdates": false, "site": {"timeZone": "Europe/Berlin",
			"country": "DE", "hours": {"monday": ["09:00-12:00", "13:00-17:00"]}, "holidays": ["2026-12-24"]}}""";

	Plan chosenPlan() {
		return Plan.of(this.plan);
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

	/** Where the company works. */
	@Schema(name = "Site")
	record SiteRequest(String timeZone, String country, Map<String, List<String>> hours, List<String> holidays) {
	}

}
