package org.tierline.cases;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.tierline.customers.Companies;
import org.tierline.customers.Hours;
import org.tierline.customers.Site;
import org.tierline.sla.CalendarKind;
import org.tierline.sla.WorkingTime;
import org.tierline.sla.WorkingWeek;

import org.springframework.stereotype.Component;

/** The working time of a company's site, in the calculator's terms. */
@Component
public class SiteTime {

	private final Companies companies;

	SiteTime(Companies companies) {
		this.companies = companies;
	}

	WorkingTime of(long companyId) {
		return of(this.companies.get(companyId).site());
	}

	public static WorkingTime of(Site site) {
		return WorkingTime
			.of(new WorkingWeek(site.timeZone(), intervals(site.hours()), site.country(), site.holidays()));
	}

	/** The time that a clock of that company counts in. */
	WorkingTime of(long companyId, CalendarKind kind) {
		return (kind == CalendarKind.ALWAYS) ? WorkingTime.always() : of(companyId);
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
