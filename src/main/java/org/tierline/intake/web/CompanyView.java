package org.tierline.intake.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;

import org.tierline.customers.Company;
import org.tierline.customers.Hours;
import org.tierline.customers.Site;

/**
 * A company as the API shows it; {@code verified} is false for one that its first case
 * made.
 */
@Schema(name = "Company")
record CompanyView(String name, String plan, boolean priorityUpdates, boolean verified, SiteView site) {

	static CompanyView of(Company company) {
		return new CompanyView(company.name(), company.plan().code(), company.priorityUpdates(),
				company.verifiedAt() != null, SiteView.of(company.site()));
	}

	/** Where the company works. */
	@Schema(name = "SiteOfCompany")
	record SiteView(String timeZone, String country, Map<String, List<String>> hours, List<LocalDate> holidays) {

		static SiteView of(Site site) {
			Map<String, List<String>> hours = new LinkedHashMap<>();
			for (DayOfWeek day : DayOfWeek.values()) {
				if (site.hours().containsKey(day)) {
					hours.put(day.name().toLowerCase(Locale.ROOT),
							site.hours().get(day).stream().map(Hours::toString).toList());
				}
			}
			return new SiteView(site.timeZone().getId(), site.country(), hours,
					site.holidays().stream().sorted().toList());
		}

	}

	/** A page of companies; {@code next} is what to pass as {@code after}, or null. */
	record Page(List<CompanyView> companies, String next) {
	}

}
