package org.tierline.sla;

/** Which time counts: the working time of the customer's site, or every second. */
public enum CalendarKind {

	SITE, ALWAYS

}
