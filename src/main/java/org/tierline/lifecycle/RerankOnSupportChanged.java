package org.tierline.lifecycle;

import org.tierline.customers.SupportChanged;
import org.tierline.patches.DefectWork;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A company gained priority updates or has another plan: what it waits for matters more.
 */
@Component
class RerankOnSupportChanged {

	private final DefectWork work;

	private final PatchPipeline pipeline;

	RerankOnSupportChanged(DefectWork work, PatchPipeline pipeline) {
		this.work = work;
		this.pipeline = pipeline;
	}

	@EventListener
	void rank(SupportChanged change) {
		this.work.awaitedBy(change.companyId()).forEach(this.pipeline::defectChanged);
	}

}
