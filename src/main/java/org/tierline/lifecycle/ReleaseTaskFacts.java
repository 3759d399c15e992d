package org.tierline.lifecycle;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.tierline.engine.FormText;
import org.tierline.engine.TaskFacts;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.Defects;
import org.tierline.patches.Release;
import org.tierline.patches.Releases;

import org.springframework.stereotype.Component;

/** What the form of a release's task shows, read from the tables when it is opened. */
@Component
class ReleaseTaskFacts implements TaskFacts {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

	private final Releases releases;

	private final Defects defects;

	ReleaseTaskFacts(Releases releases, Defects defects) {
		this.releases = releases;
		this.defects = defects;
	}

	@Override
	public boolean knows(String processKey) {
		return ReleaseModel.KEY.equals(processKey);
	}

	@Override
	public Map<String, Object> of(String processKey, String businessKey, String task) {
		return this.releases.find(businessKey).map(this::facts).orElseGet(Map::of);
	}

	private Map<String, Object> facts(Release release) {
		Map<String, Object> facts = new HashMap<>();
		facts.put("release", FormText.escape(release.name()));
		facts.put("kind", release.kind().code());
		facts.put("track", release.track().code());
		facts.put("plannedFor", (release.plannedFor() != null) ? DAY.format(release.plannedFor()) : "no day yet");
		facts.put("why", FormText.escape(why(release.name())));
		facts.put("notes", FormText.escape(release.notesForCustomers()));
		facts.put("download", FormText.escape(release.downloadUrl()));
		facts.put("defects",
				FormText.escape(release.defects().stream().map(this::line).collect(Collectors.joining("\n"))));
		return facts;
	}

	/** Why it was not approved the last time. */
	private String why(String name) {
		return this.releases.approvals(name)
			.stream()
			.reduce((earlier, later) -> later)
			.map((approval) -> (approval.approved() ? "approved by " : "not approved by ") + approval.who() + ": "
					+ approval.note())
			.orElse("");
	}

	private String line(DefectNumber number) {
		return this.defects.find(number)
			.map((defect) -> number + " (" + defect.state().code() + "): " + defect.title())
			.orElse(number.value());
	}

}
