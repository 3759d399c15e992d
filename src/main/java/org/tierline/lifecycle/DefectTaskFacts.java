package org.tierline.lifecycle;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.SupportCase;
import org.tierline.cases.Word;
import org.tierline.customers.WallClock;
import org.tierline.engine.FormText;
import org.tierline.engine.TaskFacts;
import org.tierline.patches.Defect;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.Defects;
import org.tierline.patches.Release;
import org.tierline.patches.ReleaseState;
import org.tierline.patches.Releases;

import org.springframework.stereotype.Component;

/** What the form of a defect's task shows, read from the tables when it is opened. */
@Component
class DefectTaskFacts implements TaskFacts {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

	/** A form is no list: who needs all finds them over REST. */
	private static final int SHOWN = 20;

	private final Defects defects;

	private final Releases releases;

	private final Cases cases;

	DefectTaskFacts(Defects defects, Releases releases, Cases cases) {
		this.defects = defects;
		this.releases = releases;
		this.cases = cases;
	}

	@Override
	public boolean knows(String processKey) {
		return PatchPipelineModel.KEY.equals(processKey);
	}

	@Override
	public Map<String, Object> of(String processKey, String businessKey, String task) {
		return DefectNumber.parse(businessKey).flatMap(this.defects::find).map(this::facts).orElseGet(Map::of);
	}

	private Map<String, Object> facts(Defect defect) {
		Map<String, Object> facts = new HashMap<>();
		facts.put("defect", defect.number().value());
		facts.put("title", FormText.escape(defect.title()));
		facts.put("severity", Objects.toString(defect.severity(), ""));
		facts.put("rank", Objects.toString(defect.rank(), ""));
		facts.put("vehicle", code(defect.vehicle()));
		facts.put("track", code(defect.track()));
		facts.put("why", FormText.escape(why(defect.number())));
		facts.put("dues", FormText.escape(
				(defect.dueAt() != null) ? WallClock.read(defect.dueAt(), ZoneOffset.UTC) : "With the next release"));
		facts.put("cases", FormText.escape(cases(defect.cases())));
		facts.put("releases", FormText.escape(releases()));
		return facts;
	}

	/** What was said at the last step: a fix's note, a failed verification. */
	private String why(DefectNumber number) {
		return this.defects.steps(number)
			.stream()
			.filter((step) -> step.note() != null)
			.reduce((earlier, later) -> later)
			.map((step) -> step.state().code() + " by " + step.who() + ": " + step.note())
			.orElse("");
	}

	private String cases(List<CaseNumber> tied) {
		List<CaseNumber> shown = tied.stream().limit(SHOWN).toList();
		String more = (tied.size() > SHOWN) ? "and " + (tied.size() - SHOWN) + " more" : null;
		return Stream
			.concat(this.cases.all(shown)
				.stream()
				.sorted((a, b) -> Long.compare(a.number().id(), b.number().id()))
				.map(DefectTaskFacts::line), Stream.ofNullable(more))
			.collect(Collectors.joining("\n"));
	}

	private static String line(SupportCase supportCase) {
		return "%s, %s, severity %s, %s: %s".formatted(supportCase.number(), supportCase.company(),
				supportCase.severity(), supportCase.status().code(), supportCase.subject());
	}

	/** What is still to come and may carry the fix. */
	private String releases() {
		return Stream.of(ReleaseState.PLANNED, ReleaseState.APPROVED)
			.flatMap((state) -> this.releases.list(state, null, SHOWN).stream())
			.map((release) -> release.name() + ", " + describe(release))
			.collect(Collectors.joining("\n"));
	}

	private static String describe(Release release) {
		String day = (release.plannedFor() != null) ? ", planned for " + DAY.format(release.plannedFor()) : "";
		return release.kind().code() + ", " + release.track().code() + " track, " + release.state().code() + day;
	}

	private static String code(Word word) {
		return (word != null) ? word.code() : "";
	}

}
