package org.tierline.sla;

import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;

/**
 * The public holidays of whole countries; a country that the library does not know has
 * none.
 */
final class PublicHolidays {

	private static final Set<String> COUNTRIES = HolidayManager.getSupportedCalendarCodes()
		.stream()
		.map((code) -> code.toLowerCase(Locale.ROOT))
		.collect(Collectors.toUnmodifiableSet());

	private static final ConcurrentMap<CountryYear, Map<LocalDate, String>> FREE = new ConcurrentHashMap<>();

	private PublicHolidays() {
	}

	static boolean isFree(String country, LocalDate date) {
		return country != null && in(country, date.getYear()).containsKey(date);
	}

	/** The holiday's name in English; null if that is none. */
	static String name(String country, LocalDate date) {
		return (country != null) ? in(country, date.getYear()).get(date) : null;
	}

	private static Map<LocalDate, String> in(String country, int year) {
		return FREE.computeIfAbsent(new CountryYear(country, year), PublicHolidays::of);
	}

	private static Map<LocalDate, String> of(CountryYear key) {
		String code = key.country().toLowerCase(Locale.ROOT);
		if (!COUNTRIES.contains(code)) {
			return Map.of();
		}
		return HolidayManager.getInstance(ManagerParameters.create(code))
			.getHolidays(Year.of(key.year()), HolidayType.PUBLIC_HOLIDAY)
			.stream()
			.collect(Collectors.toUnmodifiableMap(Holiday::getDate, (day) -> day.getDescription(Locale.ENGLISH),
					(one, other) -> one + ", " + other));
	}

	private record CountryYear(String country, int year) {
	}

}
