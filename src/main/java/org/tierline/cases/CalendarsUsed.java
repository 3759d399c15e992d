package org.tierline.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.tierline.cases.ClockLedger.Calendar;
import org.tierline.customers.Site;
import org.tierline.sla.CalendarKind;

/** Collects by which calendars a clock counts, in order; equal neighbours become one. */
final class CalendarsUsed {

	private final SiteHistory sites;

	private final List<Calendar> all = new ArrayList<>();

	CalendarsUsed(SiteHistory sites) {
		this.sites = sites;
	}

	void add(CalendarKind kind, Instant from, Instant to) {
		this.sites.between(from, to).forEach((part) -> add(kind, part));
	}

	private void add(CalendarKind kind, SiteHistory.Part part) {
		int last = this.all.size() - 1;
		if (last >= 0 && this.all.get(last).kind() == kind && this.all.get(last).site().equals(part.site())) {
			this.all.set(last, new Calendar(kind, part.site(), this.all.get(last).from(), part.to(), List.of()));
		}
		else {
			this.all.add(new Calendar(kind, part.site(), part.from(), part.to(), List.of()));
		}
	}

	List<Calendar> all() {
		return this.all.stream().map(CalendarsUsed::withHolidays).toList();
	}

	private static Calendar withHolidays(Calendar one) {
		ZoneId zone = one.site().timeZone();
		return (one.kind() == CalendarKind.ALWAYS) ? one
				: new Calendar(one.kind(), one.site(), one.from(), one.to(),
						SiteTime.week(one.site())
							.freeDays(LocalDate.ofInstant(one.from(), zone),
									LocalDate.ofInstant(one.to().minusNanos(1), zone)));
	}

}
