package org.tierline.lifecycle;

import java.util.HashMap;
import java.util.Map;

import org.tierline.patches.Defect;
import org.tierline.patches.Release;

/** What the letter about a fix says of it. */
final class PatchFacts {

	private PatchFacts() {
	}

	/**
	 * @param replaced the withdrawn release that the customer got before, or null
	 */
	static Map<String, Object> of(Defect defect, Release release, String replaced) {
		Map<String, Object> facts = new HashMap<>();
		facts.put("defect", defect.number().value());
		facts.put("title", defect.title());
		facts.put("kind", release.kind().code().replace('-', ' '));
		facts.put("track", release.track().code());
		facts.put("release", release.name());
		facts.put("download", release.downloadUrl());
		facts.put("notes", release.notesForCustomers());
		facts.put("replaced", replaced);
		return facts;
	}

}
