package org.tierline.lifecycle;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.tierline.patches.DefectNumber;
import org.tierline.patches.Release;

/** What the customer reads when the fix is there. */
final class PatchLetter {

	private PatchLetter() {
	}

	static String of(DefectNumber defect, Release release) {
		String news = "The fix for your problem (%s) is available: %s %s.".formatted(defect,
				release.kind().code().replace('-', ' '), release.name());
		String download = (release.downloadUrl() != null) ? "Download: " + release.downloadUrl() : null;
		return Stream.of(news, download, release.notes()).filter(Objects::nonNull).collect(Collectors.joining("\n\n"));
	}

}
