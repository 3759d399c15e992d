package org.tierline.lifecycle;

/**
 * The words that code and model {@code patch-pipeline.bpmn} share; a test keeps them in
 * step.
 */
final class PatchPipelineModel {

	static final String KEY = "patch-pipeline";

	static final String RELEASE_PUBLISHED = "ReleasePublished";

	static final String RELEASE_WITHDRAWN = "ReleaseWithdrawn";

	static final String DELIVERIES_DONE = "DeliveriesDone";

	static final String DEFECT_REOPENED = "DefectReopened";

	static final String DEFECT_RECALLED = "DefectRecalled";

	static final String DEFECT_CHANGED = "DefectChanged";

	static final String DEFECT_MERGED = "DefectMerged";

	static final String DEVELOP_FIX = "DevelopFix";

	static final String VERIFY_FIX = "VerifyFix";

	static final String PLAN_RELEASE = "PlanRelease";

	private PatchPipelineModel() {
	}

}
