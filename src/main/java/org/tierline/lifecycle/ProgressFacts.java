package org.tierline.lifecycle;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.tierline.customers.WallClock;
import org.tierline.patches.DefectState;
import org.tierline.patches.Standing;

/**
 * What a progress report says of a defect. A person's note stands in the place of what
 * the state says; release and day are said in any case, because customers plan by them.
 */
final class ProgressFacts {

	private static final List<String> NAMES = List.of("defect", "title", "note", "workaround", "analysed", "developed",
			"verified", "fixed", "rejected", "published", "release", "expected", "before", "overdue");

	private ProgressFacts() {
	}

	/**
	 * @param standing null: the case has no defect
	 * @param told the day that the customer was told before, or null
	 * @param today where the customer is
	 */
	static Map<String, Object> of(Standing standing, LocalDate told, LocalDate today) {
		Map<String, Object> facts = new HashMap<>();
		// A template may name what there is not.
		NAMES.forEach((name) -> facts.put(name, null));
		if (standing != null) {
			facts.put("defect", standing.number().value());
			facts.put("title", standing.title());
			facts.put("note", standing.note());
			facts.put("workaround", standing.workaround());
			putState(facts, standing);
			putRelease(facts, standing, told, today);
		}
		return facts;
	}

	private static void putState(Map<String, Object> facts, Standing standing) {
		facts.put("analysed", says(standing, DefectState.REPORTED, DefectState.RANKED));
		facts.put("developed", says(standing, DefectState.IN_DEVELOPMENT));
		facts.put("verified", says(standing, DefectState.IN_VERIFICATION));
		facts.put("fixed", says(standing, DefectState.FIXED));
		facts.put("rejected", says(standing, DefectState.REJECTED));
	}

	private static Boolean says(Standing standing, DefectState... states) {
		return standing.note() == null && List.of(states).contains(standing.state());
	}

	private static void putRelease(Map<String, Object> facts, Standing standing, LocalDate told, LocalDate today) {
		boolean published = standing.state() == DefectState.RELEASED;
		LocalDate day = standing.expectedOn();
		facts.put("published", published ? standing.release() : null);
		facts.put("release", published ? null : standing.release());
		facts.put("expected", read(day));
		facts.put("before", (!published && isDelayed(told, day)) ? read(told) : null);
		facts.put("overdue", !published && day != null && day.isBefore(today));
	}

	private static boolean isDelayed(LocalDate told, LocalDate day) {
		return told != null && (day == null || day.isAfter(told));
	}

	private static String read(LocalDate day) {
		return (day != null) ? WallClock.readDay(day) : null;
	}

}
