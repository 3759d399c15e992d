package org.tierline.customers;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
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
}
