package org.tierline.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables as they are shipped, row by row. */
class DecisionTableTests {

	private static final List<String> PLANS = List.of("standard", "premium", "premium-plus");

	private static final List<Integer> SEVERITIES = List.of(4, 3, 2, 1);

	private static final List<Integer> COMPANIES = List.of(0, 1, 2, 4, 5, 100);

	private static final List<Boolean> PRIORITY_UPDATES = List.of(false, true);

	private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

	private final DmnDecision severity = table("severity");

	private final DmnDecision slaTargets = table("sla-targets");

	private final DmnDecision patchPriority = table("patch-priority");

	/** Asked once for each combination: a table takes its time. */
	private final Map<List<?>, Integer> ranks = new HashMap<>();

	@ParameterizedTest
	@CsvSource({ "everyone, stopped, 1", "several, stopped, 2", "one, stopped, 3", "everyone, hindered, 2",
			"several, hindered, 3", "one, hindered, 3", "everyone, question, 4", "several, question, 4",
			"one, question, 4" })
	void impactAndUrgencyGiveTheSeverity(String impact, String urgency, int expected) {
		assertThat(ask(this.severity, Map.of("impact", impact, "urgency", urgency)))
			.isEqualTo(Map.of("severity", expected));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "standard, 1, PT8H, PT8H, PT24H, site", "standard, 2, PT24H, PT24H, PT48H, site",
					"standard, 3, PT48H, PT48H, PT72H, site", "standard, 4, PT72H, -, PT120H, site",
					"premium, 1, PT4H, PT4H, PT12H, site", "premium, 2, PT12H, PT8H, PT24H, site",
					"premium, 3, PT24H, PT24H, PT48H, site", "premium, 4, PT48H, -, PT80H, site",
					"premium-plus, 1, PT1H, PT2H, PT8H, always", "premium-plus, 2, PT4H, PT4H, PT16H, always",
					"premium-plus, 3, PT8H, PT8H, PT36H, site", "premium-plus, 4, PT24H, -, PT48H, site" })
	void planAndSeverityGiveTheTargets(String plan, int severity, String response, String update, String resolution,
			String calendar) {
		assertThat(targets(plan, severity)).containsEntry("response", response)
			.containsEntry("update", update)
			.containsEntry("resolution", resolution)
			.containsEntry("calendar", calendar)
			.hasSize(4);
	}

	@Test
	void aPlanOrASeverityThatPromisesMoreIsNeverSlower() {
		for (int severity : SEVERITIES) {
			for (String plan : PLANS) {
				assertNotSlower(targets(next(PLANS, plan), severity), targets(plan, severity));
				assertNotSlower(targets(plan, next(SEVERITIES, severity)), targets(plan, severity));
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, 1, standard, true, 1, hotfix, accelerated", "1, 5, standard, false, 2, hotfix, regular",
			"1, 2, standard, false, 3, hotfix, regular", "1, 1, premium-plus, false, 3, hotfix, regular",
			"1, 1, premium, false, 4, hotfix, regular", "2, 1, standard, true, 5, hotfix, accelerated",
			"3, 1, standard, true, 6, patch, accelerated", "2, 5, standard, false, 7, patch, regular",
			"2, 4, premium, false, 8, patch, regular", "2, 4, standard, false, 9, patch, regular",
			"2, 1, premium-plus, false, 8, patch, regular", "2, 1, premium, false, 9, patch, regular",
			"2, 1, standard, false, 10, patch, regular", "3, 5, standard, false, 11, patch, regular",
			"3, 2, premium-plus, false, 12, service-pack, regular", "3, 2, standard, false, 13, service-pack, regular",
			"3, 1, premium-plus, false, 12, service-pack, regular", "3, 1, premium, false, 13, service-pack, regular",
			"3, 1, standard, false, 14, service-pack, regular", "4, 1, standard, true, 15, patch, accelerated",
			"4, 5, premium, false, 16, service-pack, regular", "4, 4, premium-plus, false, 17, service-pack, regular" })
	void whoWaitsForADefectGivesItsPriority(int severity, int companies, String plan, boolean priorityUpdates, int rank,
			String vehicle, String track) {
		assertThat(priority(severity, companies, plan, priorityUpdates))
			.isEqualTo(Map.of("rank", rank, "vehicle", vehicle, "track", track));
	}

	@Test
	void aDefectThatMattersMoreNeverRanksLater() {
		for (int severity : SEVERITIES) {
			for (int companies : COMPANIES) {
				for (String plan : PLANS) {
					for (boolean early : PRIORITY_UPDATES) {
						int rank = rank(severity, companies, plan, early);
						assertThat(rank(next(SEVERITIES, severity), companies, plan, early)).isLessThanOrEqualTo(rank);
						assertThat(rank(severity, next(COMPANIES, companies), plan, early)).isLessThanOrEqualTo(rank);
						assertThat(rank(severity, companies, next(PLANS, plan), early)).isLessThanOrEqualTo(rank);
						assertThat(rank(severity, companies, plan, true)).isLessThanOrEqualTo(rank);
					}
				}
			}
		}
	}

	@Test
	void noTableHasARowThatIsNotTestedHere() {
		assertThat(rows(this.severity)).isEqualTo(9);
		assertThat(rows(this.slaTargets)).isEqualTo(12);
		assertThat(rows(this.patchPriority)).isEqualTo(22);
	}

	private void assertNotSlower(Map<String, Object> more, Map<String, Object> less) {
		for (String target : List.of("response", "update", "resolution")) {
			assertThat(duration(more.get(target))).as("%s of %s against %s", target, more, less)
				.isLessThanOrEqualTo(duration(less.get(target)));
		}
		// Always is never slower than a site's working time of as many hours.
		assertThat(List.of(more.get("calendar"), less.get("calendar"))).isNotEqualTo(List.of("site", "always"));
	}

	private static Duration duration(Object promised) {
		return Optional.ofNullable((String) promised).map(Duration::parse).orElse(Duration.ofDays(36500));
	}

	/**
	 * The next in a list that goes up from what matters least; the last is its own next.
	 */
	private static <T> T next(List<T> values, T value) {
		return values.get(Math.min(values.indexOf(value) + 1, values.size() - 1));
	}

	private Map<String, Object> targets(String plan, int severity) {
		return ask(this.slaTargets, Map.of("plan", plan, "severity", severity));
	}

	private int rank(int severity, int companies, String plan, boolean priorityUpdates) {
		return this.ranks.computeIfAbsent(List.of(severity, companies, plan, priorityUpdates),
				(facts) -> (int) priority(severity, companies, plan, priorityUpdates).get("rank"));
	}

	private Map<String, Object> priority(int severity, int companies, String plan, boolean priorityUpdates) {
		return ask(this.patchPriority, Map.of("severity", severity, "companies", companies, "bestPlan", plan,
				"priorityUpdates", priorityUpdates));
	}

	/** Exactly one row must match: the engine refuses two, and none gives no result. */
	private static Map<String, Object> ask(DmnDecision table, Map<String, Object> facts) {
		return ENGINE.evaluateDecisionTable(table, facts).getSingleResult().getEntryMap();
	}

	private static int rows(DmnDecision table) {
		return ((DmnDecisionTableImpl) table.getDecisionLogic()).getRules().size();
	}

	private static DmnDecision table(String key) {
		try (var file = Files.newInputStream(Path.of("processes", key + ".dmn"))) {
			return ENGINE.parseDecision(key, file);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
