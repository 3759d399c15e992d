package org.tierline.cases;

/** Why a letter goes out to the customer: it chooses the template around the text. */
public enum Occasion implements Word {

	ACKNOWLEDGED, ANSWERED, ASKED, REMINDER, ESCALATED, PROGRESS_REPORT, FIX_AVAILABLE, RESOLVED, CLOSED, SURVEY, MERGED

}
