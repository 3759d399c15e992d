package org.tierline.lifecycle;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;

import org.tierline.customers.Plan;
import org.tierline.engine.DeploymentCheck;
import org.tierline.engine.DeploymentRefused;
import org.tierline.sla.CalendarKind;
import org.tierline.sla.SlaTargets;
import org.tierline.sla.Target;

import org.springframework.stereotype.Component;

/**
 * An edited {@code sla-targets} must promise something for every plan and severity,
 * exactly once, and whoever pays for more or suffers more is never served slower.
 */
@Component
class PromiseCheck implements DeploymentCheck {

	private static final int SEVERITIES = 4;

	private final DmnEngine decisions = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

	@Override
	public void check(String resourceName, byte[] content) {
		if (resourceName.endsWith(".dmn")) {
			this.decisions.parseDecisions(new ByteArrayInputStream(content))
				.stream()
				.filter((decision) -> decision.getKey().equals(SupportCaseModel.SLA_TARGETS))
				.forEach((decision) -> check(resourceName, decision));
		}
	}

	private void check(String resourceName, DmnDecision decision) {
		List<String> faults = new ArrayList<>();
		SlaTargets[][] promises = new SlaTargets[Plan.values().length][SEVERITIES];
		for (Plan plan : Plan.values()) {
			for (int severity = 1; severity <= SEVERITIES; severity++) {
				promises[plan.ordinal()][severity - 1] = promise(decision, plan, severity, faults);
			}
		}
		compare(promises, faults);
		if (!faults.isEmpty()) {
			throw new DeploymentRefused(resourceName + ": " + String.join("; ", faults));
		}
	}

	private SlaTargets promise(DmnDecision decision, Plan plan, int severity, List<String> faults) {
		try {
			DmnDecisionTableResult rows = this.decisions.evaluateDecisionTable(decision,
					Variables.putValue("plan", plan.code()).putValue("severity", severity));
			return Optional.ofNullable(rows.getSingleResult())
				.map((row) -> SlaTargets.parse(row.getEntry("response"), row.getEntry("update"),
						row.getEntry("resolution"), row.getEntry("calendar")))
				.orElseThrow(() -> new IllegalArgumentException("no row"));
		}
		catch (RuntimeException ex) {
			faults.add("plan " + plan.code() + ", severity " + severity + ": " + ex.getMessage());
			return null;
		}
	}

	private static void compare(SlaTargets[][] promises, List<String> faults) {
		for (Plan plan : Plan.values()) {
			for (int severity = 1; severity <= SEVERITIES; severity++) {
				SlaTargets here = promises[plan.ordinal()][severity - 1];
				String name = "plan " + plan.code() + ", severity " + severity;
				if (severity > 1) {
					notSlower(promises[plan.ordinal()][severity - 2], here,
							name + " is served faster than the graver severity " + (severity - 1), faults);
				}
				if (plan.ordinal() > 0) {
					notSlower(here, promises[plan.ordinal() - 1][severity - 1],
							name + " is served slower than with the lesser plan", faults);
				}
			}
		}
	}

	private static void notSlower(SlaTargets more, SlaTargets less, String otherwise, List<String> faults) {
		if (more == null || less == null) {
			return;
		}
		Arrays.stream(Target.values())
			.filter((target) -> slower(more, less, target))
			.forEach((target) -> faults.add(otherwise + " (" + target.name().toLowerCase(Locale.ROOT) + ")"));
	}

	/**
	 * Nothing promised is slower than anything; hours of a site are slower than those
	 * that always run.
	 */
	private static boolean slower(SlaTargets more, SlaTargets less, Target target) {
		if (less.of(target) == null) {
			return false;
		}
		return more.of(target) == null || more.of(target).compareTo(less.of(target)) > 0
				|| (more.calendar() == CalendarKind.SITE && less.calendar() == CalendarKind.ALWAYS);
	}

}
