package org.tierline.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.tierline.cases.ClockLedger.Alarm;
import org.tierline.cases.ClockLedger.Segment;
import org.tierline.sla.Span;
import org.tierline.sla.TargetClock;
import org.tierline.sla.WorkingTime;

import org.springframework.stereotype.Component;

/** Puts together what the clocks of a case did, as they stand at one moment. */
@Component
class Ledgers {

	private final ClockRows rows;

	private final LedgerRows ledger;

	private final SiteTime siteTime;

	Ledgers(ClockRows rows, LedgerRows ledger, SiteTime siteTime) {
		this.rows = rows;
		this.ledger = ledger;
		this.siteTime = siteTime;
	}

	List<ClockLedger> of(SupportCase supportCase, Instant now) {
		Map<Long, List<Segment>> segments = this.ledger.segments(supportCase.number());
		Map<Long, List<Alarm>> alarms = this.ledger.alarms(supportCase.number());
		CaseTime times = this.siteTime.of(supportCase);
		return this.rows.of(supportCase.number())
			.stream()
			.map((row) -> ledger(row, times.of(row.clock().calendar()), segments.getOrDefault(row.id(), List.of()),
					alarms.getOrDefault(row.id(), List.of()), now))
			.toList();
	}

	private static ClockLedger ledger(ClockRows.Row row, WorkingTime time, List<Segment> past, List<Alarm> alarms,
			Instant now) {
		TargetClock clock = row.clock();
		List<Segment> segments = new ArrayList<>(past);
		if (clock.isRunning()) {
			segments.add(new Segment(row.period(), "running", clock.runningSince(), null,
					time.between(clock.runningSince(), now), null));
		}
		else if (clock.isPaused()) {
			segments
				.add(new Segment(row.period(), "paused", clock.pausedSince(), null, Duration.ZERO, row.pausedWhy()));
		}
		List<Span> ahead = clock.isRunning() ? time.spans(now, clock.dueAt()) : List.of();
		return new ClockLedger(Readings.of(clock, now), clock.calendar(), clock.promised(), clock.allowed(),
				row.tableVersion(), clock.deadlineNo(), row.period(), segments, ahead, alarms);
	}

}
