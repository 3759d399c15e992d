package org.tierline.cases;

import org.tierline.customers.Companies;
import org.tierline.sla.CalendarKind;
import org.tierline.sla.WorkingTime;

import org.springframework.stereotype.Component;

/** The working time of a company's site, in the calculator's terms. */
@Component
class SiteTime {

	private final Companies companies;

	SiteTime(Companies companies) {
		this.companies = companies;
	}

	WorkingTime of(long companyId) {
		return WorkingTime.always();
	}

	/** The time that a clock of that company counts in. */
	WorkingTime of(long companyId, CalendarKind kind) {
		return (kind == CalendarKind.ALWAYS) ? WorkingTime.always() : of(companyId);
	}

}
