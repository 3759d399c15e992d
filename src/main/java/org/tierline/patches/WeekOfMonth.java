package org.tierline.patches;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

import org.tierline.cases.Word;

/** Which weekday of a month; a fifth one is not in every month, the last one is. */
public enum WeekOfMonth implements Word {

	FIRST, SECOND, THIRD, FOURTH, LAST;

	/** Such as the second Tuesday of that month. */
	LocalDate day(YearMonth month, DayOfWeek weekday) {
		return month.atDay(1)
			.with((this == LAST) ? TemporalAdjusters.lastInMonth(weekday)
					: TemporalAdjusters.dayOfWeekInMonth(ordinal() + 1, weekday));
	}

}
