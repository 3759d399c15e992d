package org.tierline.lifecycle;

import org.tierline.patches.CaseUntied;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A case does not wait any more: the defect may matter less. */
@Component
class RerankOnUntying {

	private final PatchPipeline pipeline;

	RerankOnUntying(PatchPipeline pipeline) {
		this.pipeline = pipeline;
	}

	@EventListener
	void rank(CaseUntied untied) {
		this.pipeline.defectChanged(untied.defect());
	}

}
