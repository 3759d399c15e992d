package org.tierline.customers;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the words of a site, noting every field that is wrong. */
class SiteReader {

	private static final List<DayOfWeek> WORKING_DAYS = Arrays.asList(DayOfWeek.values()).subList(0, 5);

	/** Minutes: with less, a target of 120 hours would be due in more than ten years. */
	private static final int LEAST_A_WEEK = 15;

	/** Many years of them; a list without end would leave no day to work. */
	private static final int MOST_HOLIDAYS = 400;

	private final List<CompanyRefused.Problem> problems = new ArrayList<>();

	static Map<DayOfWeek, List<Hours>> standardHours() {
		Map<DayOfWeek, List<Hours>> hours = new EnumMap<>(DayOfWeek.class);
		WORKING_DAYS.forEach((day) -> hours.put(day, List.of(new Hours(9 * 60, 17 * 60))));
		return hours;
	}

	Site read(String timeZone, String country, Map<String, List<String>> hours, List<String> holidays,
			ZoneId defaultZone) {
		ZoneId zone = (timeZone != null) ? zone(timeZone) : defaultZone;
		Site site = new Site(zone, country(country), (hours != null) ? hours(hours) : standardHours(),
				dates((holidays != null) ? holidays : List.of()));
		if (!this.problems.isEmpty()) {
			throw new CompanyRefused(this.problems);
		}
		return site;
	}

	private ZoneId zone(String timeZone) {
		try {
			return ZoneId.of(timeZone);
		}
		catch (DateTimeException ex) {
			refuse("site.timeZone", "is not a time zone such as Europe/Berlin");
			return null;
		}
	}

	private String country(String country) {
		if (country != null && !Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(country)) {
			refuse("site.country", "is not an ISO 3166 code of two capitals such as DE");
		}
		return country;
	}

	private Map<DayOfWeek, List<Hours>> hours(Map<String, List<String>> words) {
		Map<DayOfWeek, List<Hours>> hours = new EnumMap<>(DayOfWeek.class);
		words.forEach((word, intervals) -> day(word).ifPresent((day) -> hours.put(day, intervals(word, intervals))));
		boolean readable = this.problems.stream().noneMatch((problem) -> problem.field().startsWith("site.hours."));
		if (readable && minutes(hours) < LEAST_A_WEEK) {
			refuse("site.hours", "must have at least " + LEAST_A_WEEK + " minutes of working time a week");
		}
		return hours;
	}

	private static int minutes(Map<DayOfWeek, List<Hours>> hours) {
		return hours.values().stream().flatMap(List::stream).mapToInt((one) -> one.toMinute() - one.fromMinute()).sum();
	}

	private Optional<DayOfWeek> day(String word) {
		Optional<DayOfWeek> day = Arrays.stream(DayOfWeek.values())
			.filter((candidate) -> candidate.name().toLowerCase(Locale.ROOT).equals(word))
			.findFirst();
		if (day.isEmpty()) {
			refuse("site.hours." + word, "is not a weekday such as monday");
		}
		return day;
	}

	private List<Hours> intervals(String day, List<String> words) {
		List<Hours> intervals = new ArrayList<>();
		for (int i = 0; words != null && i < words.size(); i++) {
			String field = "site.hours." + day + "[" + i + "]";
			Optional<Hours> interval = Hours.parse(words.get(i));
			if (interval.isEmpty()) {
				refuse(field, "is not an interval such as 09:00-12:00, the end after the beginning");
			}
			else if (!intervals.isEmpty() && interval.get().fromMinute() < last(intervals).toMinute()) {
				refuse(field, "overlaps the interval before, or is out of order");
			}
			else {
				intervals.add(interval.get());
			}
		}
		return intervals;
	}

	private static Hours last(List<Hours> intervals) {
		return intervals.get(intervals.size() - 1);
	}

	private Set<LocalDate> dates(List<String> words) {
		if (words.size() > MOST_HOLIDAYS) {
			refuse("site.holidays", "must be at most " + MOST_HOLIDAYS + " dates");
		}
		Set<LocalDate> dates = new HashSet<>();
		for (int i = 0; i < words.size(); i++) {
			try {
				dates.add(LocalDate.parse(String.valueOf(words.get(i))));
			}
			catch (DateTimeException ex) {
				refuse("site.holidays[" + i + "]", "is not a date such as 2026-12-25");
			}
		}
		return dates;
	}

	private void refuse(String field, String message) {
		this.problems.add(new CompanyRefused.Problem(field, message));
	}

}
