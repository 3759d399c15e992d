package org.tierline.patches;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.tierline.cases.CaseNumber;

/**
 * The pipeline at a glance: which defect comes first, which release brings it, and what
 * slips past its target.
 */
public interface Pipeline {

	/** How many defects each state holds; states without any are left out. */
	Map<DefectState, Total> totals(Filter filter);

	/**
	 * The defects of a state, what comes first first, starting after the given one (null:
	 * from the first).
	 * @param limit 1 to 200
	 */
	List<Card> cards(DefectState state, Filter filter, DefectNumber after, int limit);

	/** The cases that wait for the fix of a defect, oldest tie first. */
	List<CaseNumber> waiting(DefectNumber number, int limit);

	/** Releases that are not published, the earliest first, those without a day last. */
	List<Coming> coming(int limit);

	/** The first defects of each of those releases, in their order. */
	Map<String, List<Card>> planned(List<Coming> releases, int limit);

	/**
	 * What to look at.
	 *
	 * @param query words of title, product, versions or number, or null
	 * @param slipping only what slips past its target
	 */
	record Filter(String query, boolean slipping) {
	}

	/** How many defects, and how many of them slip past their targets. */
	record Total(int defects, int slipping) {
	}

	/**
	 * A defect in a few words.
	 *
	 * @param cases how many are tied to it
	 * @param release that is to bring it, or null
	 * @param overruled whether rank, vehicle or track were given by hand
	 * @param slip overdue: its target has passed; late: its release comes after it; null:
	 * neither
	 */
	record Card(DefectNumber number, String title, String product, List<String> affectedVersions, DefectState state,
			Integer severity, Integer rank, Vehicle vehicle, Track track, Instant dueAt, int cases, String release,
			boolean overruled, String slip) {
	}

	/**
	 * A release that is to come.
	 *
	 * @param capacity how many defects it should bring at most; null: nobody has said
	 * @param planned how many it is to bring
	 * @param late whether its day has passed
	 * @param freezeAt from then on a defect needs a reason to come in, or null
	 * @param frozen whether that is so now
	 */
	record Coming(String name, ReleaseKind kind, Track track, LocalDate plannedFor, ReleaseState state,
			Integer capacity, int planned, boolean late, Instant freezeAt, boolean frozen) {
	}

}
