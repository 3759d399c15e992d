package org.tierline.sla;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When a site works, in local time.
 *
 * @param intervals per weekday in order; a weekday that is absent is free
 * @param country ISO 3166 alpha-2 whose public holidays are free, or null for none
 * @param holidays further free dates
 */
public record WorkingWeek(ZoneId zone, Map<DayOfWeek, List<Interval>> intervals, String country,
		Set<LocalDate> holidays) {

	/**
	 * A week in which somebody works at some time.
	 * @throws IllegalArgumentException if there is no working time at all (F21), or if
	 * intervals of a day overlap or are out of order
	 */
	public WorkingWeek {
		Map<DayOfWeek, List<Interval>> copy = new EnumMap<>(DayOfWeek.class);
		intervals.forEach((day, list) -> copy.put(day, checked(day, list)));
		if (copy.values().stream().allMatch(List::isEmpty)) {
			throw new IllegalArgumentException("there is no working time in the week");
		}
		intervals = Map.copyOf(copy);
		holidays = Set.copyOf(holidays);
	}

	/** The free days from one date until another, both included, in order. */
	public List<FreeDay> freeDays(LocalDate first, LocalDate last) {
		return first.datesUntil(last.plusDays(1))
			.filter(this::isFree)
			.map((date) -> new FreeDay(date, PublicHolidays.name(this.country, date)))
			.toList();
	}

	boolean isFree(LocalDate date) {
		return this.holidays.contains(date) || PublicHolidays.isFree(this.country, date);
	}

	private static List<Interval> checked(DayOfWeek day, List<Interval> list) {
		for (int i = 1; i < list.size(); i++) {
			if (list.get(i).fromMinute() < list.get(i - 1).toMinute()) {
				throw new IllegalArgumentException("intervals overlap on " + day);
			}
		}
		return List.copyOf(list);
	}

	/**
	 * One working interval in minutes since local midnight, end excluded.
	 *
	 * @param fromMinute 0 to 1439
	 * @param toMinute after {@code fromMinute}, up to 1440 (24:00)
	 */
	public record Interval(int fromMinute, int toMinute) {

		public Interval {
			if (fromMinute < 0 || fromMinute >= toMinute || toMinute > 1440) {
				throw new IllegalArgumentException("not an interval of a day: " + fromMinute + " to " + toMinute);
			}
		}

	}

}
