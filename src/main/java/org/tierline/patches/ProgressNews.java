package org.tierline.patches;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

import org.tierline.cases.CaseNumber;

/**
 * What there is to tell those who wait for a patch, and what they were told. Many cases
 * cost as many queries as one.
 */
public interface ProgressNews {

	/**
	 * Where the defect stands.
	 * @throws NoSuchDefect if there is none
	 */
	Standing of(DefectNumber number);

	/**
	 * Where the defects of those cases stand; of a duplicate, the defect that stays.
	 * Cases without a defect are left out.
	 */
	Map<CaseNumber, Standing> of(Collection<CaseNumber> numbers);

	/** The day that the last report of each case named; absent if it named none. */
	Map<CaseNumber, LocalDate> toldDays(Collection<CaseNumber> numbers);

	/** Keeps what the reports of these cases tell. */
	void told(Map<CaseNumber, Standing> reports, Instant at);

}
