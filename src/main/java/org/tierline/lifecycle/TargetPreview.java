package org.tierline.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.tierline.customers.Plan;
import org.tierline.customers.Site;
import org.tierline.sla.Pauses;
import org.tierline.sla.Span;
import org.tierline.sla.Target;

/** What would be promised, and why: nothing is stored. */
public interface TargetPreview {

	/**
	 * The promises for a case opened then, by the table's present rows; a target that the
	 * table lacks is absent. The update target counts as if the customer began to wait
	 * when the case was opened.
	 * @param severity 1 to 4
	 * @param pauses when the case waits for the customer; the response target takes no
	 * notice of them
	 * @throws org.tierline.cases.InputRefused if the site works too little for a promise
	 */
	Map<Target, Promise> preview(Plan plan, int severity, Site site, Instant openedAt, Pauses pauses);

	/**
	 * One promise.
	 *
	 * @param dueAt whole milliseconds
	 * @param warnAt when three quarters of the working time have passed
	 * @param segments the working time that it counts, in order; it adds up to what is
	 * promised
	 */
	record Promise(Instant dueAt, Instant warnAt, List<Span> segments) {
	}

}
