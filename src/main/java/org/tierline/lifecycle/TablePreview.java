package org.tierline.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.tierline.cases.InputRefused;
import org.tierline.cases.SiteTime;
import org.tierline.customers.Plan;
import org.tierline.customers.Site;
import org.tierline.sla.CalendarKind;
import org.tierline.sla.Pauses;
import org.tierline.sla.SlaTargets;
import org.tierline.sla.Target;
import org.tierline.sla.TargetClock;
import org.tierline.sla.WorkingTime;

import org.springframework.stereotype.Service;

/** Previews by the table {@code sla-targets} as it is deployed now. */
@Service
class TablePreview implements TargetPreview {

	private final SlaTable table;

	TablePreview(SlaTable table) {
		this.table = table;
	}

	@Override
	public Map<Target, Promise> preview(Plan plan, int severity, Site site, Instant openedAt, Pauses pauses) {
		SlaTargets targets = this.table.targets(plan, severity);
		WorkingTime time = (targets.calendar() == CalendarKind.ALWAYS) ? WorkingTime.always() : SiteTime.of(site);
		Map<Target, Promise> promises = new EnumMap<>(Target.class);
		for (Target target : Target.values()) {
			if (targets.of(target) != null) {
				Pauses counted = (target == Target.RESPONSE) ? Pauses.of(List.of()) : pauses;
				promises.put(target, promise(targets.of(target), time, openedAt, counted));
			}
		}
		return promises;
	}

	private static Promise promise(Duration promised, WorkingTime time, Instant openedAt, Pauses pauses) {
		try {
			Instant due = TargetClock.millis(pauses.due(time, openedAt, promised));
			Instant warn = TargetClock.millis(pauses.due(time, openedAt, TargetClock.untilWarning(promised)));
			return new Promise(due, warn, pauses.worked(time, openedAt, due));
		}
		catch (IllegalStateException ex) {
			throw new InputRefused("site.hours", "has " + ex.getMessage());
		}
	}

}
