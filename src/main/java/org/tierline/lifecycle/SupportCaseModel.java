package org.tierline.lifecycle;

import java.util.Set;

/**
 * The words that code and model {@code support-case.bpmn} share; a test keeps them in
 * step.
 */
final class SupportCaseModel {

	static final String KEY = "support-case";

	static final String SLA_TARGETS = "sla-targets";

	static final String CUSTOMER_REPLIED = "CustomerReplied";

	static final String CUSTOMER_SILENT = "CustomerSilent";

	static final String CUSTOMER_WROTE = "CustomerWrote";

	static final String CUSTOMER_CONFIRMED = "CustomerConfirmed";

	static final String CUSTOMER_DISAGREED = "CustomerDisagreed";

	static final String CASE_REVISED = "CaseRevised";

	static final String CASE_WITHDRAWN = "CaseWithdrawn";

	static final String CASE_MERGED = "CaseMerged";

	static final String CASE_REOPENED = "CaseReopened";

	static final String DEFECT_TIED = "DefectTied";

	static final String DEFECT_UNTIED = "DefectUntied";

	static final String DEFECT_REJECTED = "DefectRejected";

	static final String PATCH_DELIVERED = "PatchDelivered";

	static final String WORKAROUND_FOUND = "WorkaroundFound";

	static final String ASSISTANCE_WANTED = "AssistanceWanted";

	static final String ASSISTANCE_ENDED = "AssistanceEnded";

	static final String DEADLINE_DUE = "DeadlineDue";

	static final String RESOLUTION_TARGET_REACHED = "ResolutionTargetReached";

	static final String CONFIRMATION_PERIOD_OVER = "ConfirmationPeriodOver";

	static final String TRIAGE_CASE = "TriageCase";

	static final String CALL_BACK = "CallBack";

	static final String INVESTIGATE_CASE = "InvestigateCase";

	static final String ASSIST_TIER2 = "AssistTier2";

	static final String FOLLOW_UP = "FollowUp";

	/** The tasks whose technician is the case's. */
	static final Set<String> MAIN_TASKS = Set.of(TRIAGE_CASE, CALL_BACK, INVESTIGATE_CASE, FOLLOW_UP);

	/** What CaseTimers arms. */
	static final Set<String> TIMERS = Set.of(DEADLINE_DUE, RESOLUTION_TARGET_REACHED, CONFIRMATION_PERIOD_OVER);

	private SupportCaseModel() {
	}

}
