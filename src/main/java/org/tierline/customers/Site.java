package org.tierline.customers;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a company works: its time zone and working time (R20).
 *
 * @param country ISO 3166 alpha-2 whose public holidays are free, or null for none
 * @param hours working intervals per weekday; a weekday that is absent is free
 * @param holidays further free dates
 */
public record Site(ZoneId timeZone, String country, Map<DayOfWeek, List<Hours>> hours, Set<LocalDate> holidays) {

	/** Monday to Friday 09:00-17:00, no holidays. */
	public static Site standard(ZoneId timeZone) {
		return new Site(timeZone, null, SiteReader.standardHours(), Set.of());
	}

	/**
	 * Reads a site in the words of the contract; what is null has its default (zone
	 * {@code defaultZone}, standard hours, no holidays).
	 * @throws CompanyRefused naming every wrong field, such as site.hours.monday[0]
	 */
	public static Site of(String timeZone, String country, Map<String, List<String>> hours, List<String> holidays,
			ZoneId defaultZone) {
		return new SiteReader().read(timeZone, country, hours, holidays, defaultZone);
	}

	/** The hours by weekday in order, each list in order. */
	public Map<DayOfWeek, List<Hours>> hours() {
		return new EnumMap<>(this.hours);
	}

}
