package org.tierline.patches;

import java.util.List;

import org.tierline.cases.SupportCase;

/** Known defects that a case may be about, so that none is reported twice (R13). */
public interface SimilarDefects {

	/**
	 * The defects in whose title, workaround or customers' words those of the case stand,
	 * best first; the defect that it is tied to is left out.
	 * @param words what else is known of it, such as the title of a new defect; or null
	 * @param limit 1 to 20
	 */
	List<Similar> to(SupportCase supportCase, String words, int limit);

	/**
	 * A known defect.
	 *
	 * @param cases how many cases are tied to it
	 * @param score the higher the better; to be compared within one answer only
	 */
	record Similar(DefectNumber number, String title, String product, List<String> affectedVersions, DefectState state,
			String workaround, String release, int cases, double score) {

		static Similar of(Defect defect, double score) {
			return new Similar(defect.number(), defect.title(), defect.product(), defect.affectedVersions(),
					defect.state(), defect.workaround(), defect.release(), defect.cases().size(), score);
		}

	}

}
