package org.tierline.sla;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * The days that are worked: Monday to Friday, without public holidays.
 *
 * @param country whose holidays, an ISO 3166 code; null: there are none
 */
public record WorkingDays(String country) {

	/** That day or, if it is free, the next one that is worked. */
	public LocalDate from(LocalDate day) {
		LocalDate worked = day;
		while (!isWorked(worked)) {
			worked = worked.plusDays(1);
		}
		return worked;
	}

	/** So many worked days before that day. */
	public LocalDate before(LocalDate day, int count) {
		LocalDate before = day;
		for (int left = count; left > 0; left -= isWorked(before) ? 1 : 0) {
			before = before.minusDays(1);
		}
		return before;
	}

	private boolean isWorked(LocalDate day) {
		return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
				&& !PublicHolidays.isFree(this.country, day);
	}

}
