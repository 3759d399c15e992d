package org.tierline.lifecycle;

/**
 * The words that code and model {@code release.bpmn} share; a test keeps them in step.
 */
final class ReleaseModel {

	static final String KEY = "release";

	static final String RELEASE_PUBLISHED = "ReleasePublished";

	static final String RELEASE_WITHDRAWN = "ReleaseWithdrawn";

	static final String APPROVE_RELEASE = "ApproveRelease";

	private ReleaseModel() {
	}

}
