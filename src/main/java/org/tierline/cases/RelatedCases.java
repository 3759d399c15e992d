package org.tierline.cases;

import java.util.List;

/** Other cases that help with this one. Every list is bounded. */
public interface RelatedCases {

	/** What else the company waits for, newest first. */
	List<SupportCase> openBeside(SupportCase supportCase, int limit);

	/** The cases whose customers are served in this one. */
	List<SupportCase> mergedInto(CaseNumber number);

	/** Solved cases in whose text the words of this one's subject stand, best first. */
	List<Similar> similarSolved(SupportCase supportCase, int limit);

	/** A solved case and what helped there. */
	record Similar(SupportCase supportCase, Resolution resolution) {
	}

}
