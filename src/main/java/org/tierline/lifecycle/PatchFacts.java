package org.tierline.lifecycle;

import java.util.HashMap;
import java.util.Map;

import org.tierline.patches.Fix;

/** What the letter about a fix says of it. */
final class PatchFacts {

	private PatchFacts() {
	}

	/**
	 * @param replaced the withdrawn release that the customer got before, or null
	 */
	static Map<String, Object> of(Fix fix, String replaced) {
		Map<String, Object> facts = new HashMap<>();
		facts.put("defect", fix.defect().value());
		facts.put("title", fix.title());
		facts.put("kind", fix.kind().code().replace('-', ' '));
		facts.put("track", fix.track().code());
		facts.put("release", fix.release());
		facts.put("download", fix.downloadUrl());
		facts.put("notes", fix.notes());
		facts.put("replaced", replaced);
		return facts;
	}

}
