package org.tierline.cases;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.tierline.customers.Company;
import org.tierline.customers.Hours;
import org.tierline.customers.Site;
import org.tierline.sla.WorkingTime;
import org.tierline.sla.WorkingWeek;

import org.springframework.stereotype.Component;

/** The working time of a company's site, in the calculator's terms. */
@Component
public class SiteTime {

	private final KnownCompanies companies;

	SiteTime(KnownCompanies companies) {
		this.companies = companies;
	}

	/** The company of a case, as this transaction has seen it. */
	public Company company(SupportCase supportCase) {
		return this.companies.get(supportCase.companyId());
	}

	/** For the clocks of a case: the site as it was at any time since the opening. */
	CaseTime of(SupportCase supportCase) {
		List<WorkingTime.Until> before = this.companies.formerSites(supportCase.companyId(), supportCase.openedAt())
			.stream()
			.map((former) -> new WorkingTime.Until(former.until(), of(former.site())))
			.toList();
		return new CaseTime(WorkingTime.inTurn(before, now(supportCase)));
	}

	/** The working time of the site as it is now. */
	WorkingTime now(SupportCase supportCase) {
		return of(this.companies.get(supportCase.companyId()).site());
	}

	public static WorkingTime of(Site site) {
		return WorkingTime.of(week(site));
	}

	static WorkingWeek week(Site site) {
		return new WorkingWeek(site.timeZone(), intervals(site.hours()), site.country(), site.holidays());
	}

	private static Map<DayOfWeek, List<WorkingWeek.Interval>> intervals(Map<DayOfWeek, List<Hours>> hours) {
		return hours.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
					(entry) -> entry.getValue()
						.stream()
						.map((one) -> new WorkingWeek.Interval(one.fromMinute(), one.toMinute()))
						.toList()));
	}

}
