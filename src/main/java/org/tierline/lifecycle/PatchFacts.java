package org.tierline.lifecycle;

import java.util.HashMap;
import java.util.Map;

import org.tierline.patches.DefectNumber;
import org.tierline.patches.Release;

/** What the letter about a fix says of it. */
final class PatchFacts {

	private PatchFacts() {
	}

	static Map<String, Object> of(DefectNumber defect, Release release) {
		Map<String, Object> facts = new HashMap<>();
		facts.put("defect", defect.value());
		facts.put("kind", release.kind().code().replace('-', ' '));
		facts.put("release", release.name());
		facts.put("download", release.downloadUrl());
		facts.put("notes", release.notes());
		return facts;
	}

}
