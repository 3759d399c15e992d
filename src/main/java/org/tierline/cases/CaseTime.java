package org.tierline.cases;

import org.tierline.sla.CalendarKind;
import org.tierline.sla.WorkingTime;

/**
 * The times that the clocks of one case count in.
 *
 * @param site the working time of the customer's site; what passed before a change of the
 * site counts as it was then
 */
record CaseTime(WorkingTime site) {

	WorkingTime of(CalendarKind kind) {
		return (kind == CalendarKind.ALWAYS) ? WorkingTime.always() : this.site;
	}

}
