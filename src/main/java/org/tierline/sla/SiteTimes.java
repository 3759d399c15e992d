package org.tierline.sla;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The calculators of all sites; most companies work in one of a few weeks. */
final class SiteTimes {

	private static final int MOST = 10_000;

	private static final ConcurrentMap<WorkingWeek, SiteTime> TIMES = new ConcurrentHashMap<>();

	private SiteTimes() {
	}

	static SiteTime of(WorkingWeek week) {
		if (TIMES.size() > MOST) {
			TIMES.clear();
		}
		return TIMES.computeIfAbsent(week, SiteTime::new);
	}

}
