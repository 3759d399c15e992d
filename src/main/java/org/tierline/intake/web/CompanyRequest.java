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
		@NotNull(message = "is required") @Pattern(regexp = "standard|premium|premium-plus",
				message = Words.ONE_OF) String plan,
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
		return (this.site != null)
				? Site.of(this.site.timeZone, this.site.country, this.site.hours, this.site.holidays, defaultZone)
				: Site.standard(defaultZone);
	}

	/** Where the company works. */
	@Schema(name = "Site")
	record SiteRequest(String timeZone, String country, Map<String, List<String>> hours, List<String> holidays) {
	}

}
